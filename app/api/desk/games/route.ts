import { endpoint } from "#app/_http/endpoint.ts";
import { listGamesDesk } from "#server/games/list-games-desk.ts";
import { makeGame } from "#server/games/make-game.ts";

export const GET = endpoint(listGamesDesk);
export const POST = endpoint(makeGame);
