import { endpoint } from "#app/_http/endpoint.ts";
import { noteAbsence } from "#server/integrity/note-absence.ts";

export const POST = endpoint(noteAbsence);
