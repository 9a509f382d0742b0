import { endpoint } from "#app/_http/endpoint.ts";
import { listTeamsDesk } from "#server/teams/list-teams-desk.ts";

export const GET = endpoint(listTeamsDesk);
