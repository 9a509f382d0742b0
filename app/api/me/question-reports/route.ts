import { endpoint } from "#app/_http/endpoint.ts";
import { listMyReports } from "#server/question-reports/my-reports.ts";

export const GET = endpoint(listMyReports);
