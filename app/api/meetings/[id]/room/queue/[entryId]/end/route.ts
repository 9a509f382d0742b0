import { endpoint } from "#app/_http/endpoint.ts";
import { endSpeaker } from "#server/room/end-speaker.ts";

export const POST = endpoint(endSpeaker);
