import { endpoint } from "#app/_http/endpoint.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";

export const GET = endpoint(getTeamBoard);
