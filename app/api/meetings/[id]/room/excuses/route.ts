import { endpoint } from "#app/_http/endpoint.ts";
import { noteExcuse } from "#server/room/note-excuse.ts";

export const POST = endpoint(noteExcuse);
