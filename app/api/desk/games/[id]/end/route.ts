import { endpoint } from "#app/_http/endpoint.ts";
import { endGame } from "#server/games/end-game.ts";

export const POST = endpoint(endGame);
