import { endpoint } from "#app/_http/endpoint.ts";
import { getMatch } from "#server/matches/get-match.ts";

export const GET = endpoint(getMatch);
