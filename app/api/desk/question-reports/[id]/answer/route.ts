import { endpoint } from "#app/_http/endpoint.ts";
import { answerReports } from "#server/question-reports/answer-reports.ts";

export const POST = endpoint(answerReports);
