import { endpoint } from "#app/_http/endpoint.ts";
import { joinTeam } from "#server/teams/join-team.ts";

export const POST = endpoint(joinTeam);
