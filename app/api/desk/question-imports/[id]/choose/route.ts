import { endpoint } from "#app/_http/endpoint.ts";
import { chooseImportRows } from "#server/question-imports/choose-import-rows.ts";

export const POST = endpoint(chooseImportRows);
