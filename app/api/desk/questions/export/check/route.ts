import { endpoint } from "#app/_http/endpoint.ts";
import { checkExport } from "#server/questions/export-questions.ts";

export const GET = endpoint(checkExport);
