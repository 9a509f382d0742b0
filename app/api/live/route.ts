import { endpoint } from "#app/_http/endpoint.ts";
import { listMyGames } from "#server/games/list-my-games.ts";

export const GET = endpoint(listMyGames);
