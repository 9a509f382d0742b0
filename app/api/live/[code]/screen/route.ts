import { endpoint } from "#app/_http/endpoint.ts";
import { getGameScreen } from "#server/games/get-game-screen.ts";

export const GET = endpoint(getGameScreen);
