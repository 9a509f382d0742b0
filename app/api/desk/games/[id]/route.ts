import { endpoint } from "#app/_http/endpoint.ts";
import { getGameConsole } from "#server/games/get-game-console.ts";

export const GET = endpoint(getGameConsole);
