import { endpoint } from "#app/_http/endpoint.ts";
import { pauseContest } from "#server/contests/pause-contest.ts";

export const POST = endpoint(pauseContest);
