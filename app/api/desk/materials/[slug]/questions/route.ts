import { endpoint } from "#app/_http/endpoint.ts";
import { listTextQuestions } from "#server/materials/list-text-questions.ts";

export const GET = endpoint(listTextQuestions);
