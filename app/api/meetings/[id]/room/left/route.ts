import { endpoint } from "#app/_http/endpoint.ts";
import { noteLeaving } from "#server/room/note-leaving.ts";

export const POST = endpoint(noteLeaving);
