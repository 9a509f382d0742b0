import { endpoint } from "#app/_http/endpoint.ts";
import { closeGameQuestion } from "#server/games/close-game-question.ts";

export const POST = endpoint(closeGameQuestion);
