import { endpoint } from "#app/_http/endpoint.ts";
import { getQuestionImport } from "#server/question-imports/get-question-import.ts";

export const GET = endpoint(getQuestionImport);
