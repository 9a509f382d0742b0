import { endpoint } from "#app/_http/endpoint.ts";
import { listQuestionImports } from "#server/question-imports/list-question-imports.ts";
import { startQuestionImport } from "#server/question-imports/start-question-import.ts";

export const GET = endpoint(listQuestionImports);
export const POST = endpoint(startQuestionImport);
