import { endpoint } from "#app/_http/endpoint.ts";
import { removeFromTeam } from "#server/teams/remove-from-team.ts";

export const POST = endpoint(removeFromTeam);
