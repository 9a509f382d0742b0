import { endpoint } from "#app/_http/endpoint.ts";
import { turnGame } from "#server/games/turn-game.ts";

export const POST = endpoint(turnGame);
