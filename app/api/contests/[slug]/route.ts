import { endpoint } from "#app/_http/endpoint.ts";
import { getContest } from "#server/contests/get-contest.ts";

export const GET = endpoint(getContest);
