import { endpoint } from "#app/_http/endpoint.ts";
import { noteFlag } from "#server/tasks/note-flag.ts";

export const POST = endpoint(noteFlag);
