import { endpoint } from "#app/_http/endpoint.ts";
import { handOverTeam } from "#server/teams/hand-over-team.ts";

export const POST = endpoint(handOverTeam);
