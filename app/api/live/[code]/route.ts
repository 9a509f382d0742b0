import { endpoint } from "#app/_http/endpoint.ts";
import { getGame } from "#server/games/get-game.ts";

export const GET = endpoint(getGame);
