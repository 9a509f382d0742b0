import { endpoint } from "#app/_http/endpoint.ts";
import { changeTeam } from "#server/teams/change-team.ts";

export const POST = endpoint(changeTeam);
