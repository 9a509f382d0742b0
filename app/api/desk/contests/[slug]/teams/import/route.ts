import { endpoint } from "#app/_http/endpoint.ts";
import { importTeams } from "#server/teams/import-teams.ts";

export const POST = endpoint(importTeams);
