import { endpoint } from "#app/_http/endpoint.ts";
import { makeUpContest } from "#server/contests/make-up-contest.ts";

export const POST = endpoint(makeUpContest);
