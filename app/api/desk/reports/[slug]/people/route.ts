import { endpoint } from "#app/_http/endpoint.ts";
import { getPeopleReport } from "#server/completion/get-people-report.ts";

export const GET = endpoint(getPeopleReport);
