import { endpoint } from "#app/_http/endpoint.ts";
import { listReports } from "#server/completion/list-reports.ts";

export const GET = endpoint(listReports);
