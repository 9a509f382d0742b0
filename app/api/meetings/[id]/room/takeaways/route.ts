import { endpoint } from "#app/_http/endpoint.ts";
import { noteTakeaway } from "#server/room/note-takeaway.ts";

export const POST = endpoint(noteTakeaway);
