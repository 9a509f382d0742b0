import { endpoint } from "#app/_http/endpoint.ts";
import { joinGame } from "#server/games/join-game.ts";

export const POST = endpoint(joinGame);
