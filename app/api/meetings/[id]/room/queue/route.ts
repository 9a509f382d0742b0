import { endpoint } from "#app/_http/endpoint.ts";
import { askToSpeak } from "#server/room/ask-to-speak.ts";

export const POST = endpoint(askToSpeak);
