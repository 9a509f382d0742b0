import { endpoint } from "#app/_http/endpoint.ts";
import { publishContest } from "#server/contests/publish-contest.ts";

export const POST = endpoint(publishContest);
