import { endpoint } from "#app/_http/endpoint.ts";
import { mendImportRow } from "#server/question-imports/mend-import-row.ts";

export const POST = endpoint(mendImportRow);
