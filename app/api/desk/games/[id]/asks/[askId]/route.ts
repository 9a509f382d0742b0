import { endpoint } from "#app/_http/endpoint.ts";
import { decideAsk } from "#server/games/decide-ask.ts";

export const POST = endpoint(decideAsk);
