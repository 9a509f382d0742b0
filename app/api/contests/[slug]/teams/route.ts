import { endpoint } from "#app/_http/endpoint.ts";
import { makeTeam } from "#server/teams/make-team.ts";

export const POST = endpoint(makeTeam);
