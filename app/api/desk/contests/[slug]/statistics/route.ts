import { endpoint } from "#app/_http/endpoint.ts";
import { askContestStatistics } from "#server/statistics/ask-contest-statistics.ts";
import { getContestStatistics } from "#server/statistics/get-contest-statistics.ts";

export const GET = endpoint(getContestStatistics);
export const POST = endpoint(askContestStatistics);
