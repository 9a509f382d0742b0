import { endpoint } from "#app/_http/endpoint.ts";
import { listSpeeches } from "#server/room/list-speeches.ts";
import { writeSpeech } from "#server/room/write-speech.ts";

export const GET = endpoint(listSpeeches);
export const POST = endpoint(writeSpeech);
