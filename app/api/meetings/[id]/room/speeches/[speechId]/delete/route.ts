import { endpoint } from "#app/_http/endpoint.ts";
import { deleteSpeech } from "#server/room/delete-speech.ts";

export const POST = endpoint(deleteSpeech);
