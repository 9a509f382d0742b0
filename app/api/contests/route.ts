import { endpoint } from "#app/_http/endpoint.ts";
import { listContests } from "#server/contests/list-contests.ts";

export const GET = endpoint(listContests);
