import { endpoint } from "#app/_http/endpoint.ts";
import { decideWord } from "#server/games/decide-word.ts";

export const POST = endpoint(decideWord);
