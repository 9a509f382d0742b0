import { endpoint } from "#app/_http/endpoint.ts";
import { extendContest } from "#server/contests/extend-contest.ts";

export const POST = endpoint(extendContest);
