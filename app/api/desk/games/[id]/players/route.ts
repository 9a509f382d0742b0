import { endpoint } from "#app/_http/endpoint.ts";
import { listGamePlayers } from "#server/games/list-game-players.ts";

export const GET = endpoint(listGamePlayers);
