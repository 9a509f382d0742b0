import { endpoint } from "#app/_http/endpoint.ts";
import { writeQuestionImport } from "#server/question-imports/write-question-import.ts";

export const POST = endpoint(writeQuestionImport);
