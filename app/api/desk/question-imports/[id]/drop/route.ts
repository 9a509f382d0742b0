import { endpoint } from "#app/_http/endpoint.ts";
import { dropQuestionImport } from "#server/question-imports/drop-question-import.ts";

export const POST = endpoint(dropQuestionImport);
