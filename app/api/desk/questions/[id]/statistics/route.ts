import { endpoint } from "#app/_http/endpoint.ts";
import { getQuestionStatistics } from "#server/statistics/get-question-statistics.ts";

export const GET = endpoint(getQuestionStatistics);
