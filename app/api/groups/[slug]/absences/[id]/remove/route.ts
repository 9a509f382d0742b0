import { endpoint } from "#app/_http/endpoint.ts";
import { removeAbsence } from "#server/groups/remove-absence.ts";

export const POST = endpoint(removeAbsence);
