import { endpoint } from "#app/_http/endpoint.ts";
import { leaveTeam } from "#server/teams/leave-team.ts";

export const POST = endpoint(leaveTeam);
