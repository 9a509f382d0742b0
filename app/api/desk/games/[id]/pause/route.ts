import { endpoint } from "#app/_http/endpoint.ts";
import { pauseGame } from "#server/games/pause-game.ts";

export const POST = endpoint(pauseGame);
