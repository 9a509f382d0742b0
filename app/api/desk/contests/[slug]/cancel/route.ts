import { endpoint } from "#app/_http/endpoint.ts";
import { cancelContest } from "#server/contests/cancel-contest.ts";

export const POST = endpoint(cancelContest);
