import { endpoint } from "#app/_http/endpoint.ts";
import { getGameReport } from "#server/games/get-game-report.ts";

export const GET = endpoint(getGameReport);
