import { endpoint } from "#app/_http/endpoint.ts";
import { listQuestionReports } from "#server/question-reports/list-question-reports.ts";

export const GET = endpoint(listQuestionReports);
