import { endpoint } from "#app/_http/endpoint.ts";
import { getOwnTeam } from "#server/teams/get-own-team.ts";

export const GET = endpoint(getOwnTeam);
