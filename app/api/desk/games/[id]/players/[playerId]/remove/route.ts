import { endpoint } from "#app/_http/endpoint.ts";
import { removePlayer } from "#server/games/remove-player.ts";

export const POST = endpoint(removePlayer);
