import { endpoint } from "#app/_http/endpoint.ts";
import { endPrompt } from "#server/games/end-prompt.ts";

export const POST = endpoint(endPrompt);
