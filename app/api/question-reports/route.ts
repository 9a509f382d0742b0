import { endpoint } from "#app/_http/endpoint.ts";
import { reportQuestion } from "#server/question-reports/report-question.ts";

export const POST = endpoint(reportQuestion);
