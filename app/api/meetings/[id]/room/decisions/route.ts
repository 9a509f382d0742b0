import { endpoint } from "#app/_http/endpoint.ts";
import { noteDecision } from "#server/room/note-decision.ts";

export const POST = endpoint(noteDecision);
