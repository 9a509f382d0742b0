import { endpoint } from "#app/_http/endpoint.ts";
import { listContestsDesk } from "#server/contests/list-contests-desk.ts";
import { makeContest } from "#server/contests/make-contest.ts";

export const GET = endpoint(listContestsDesk);
export const POST = endpoint(makeContest);
