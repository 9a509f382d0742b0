import { endpoint } from "#app/_http/endpoint.ts";
import { callSpeaker } from "#server/room/call-speaker.ts";

export const POST = endpoint(callSpeaker);
