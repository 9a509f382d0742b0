import { endpoint } from "#app/_http/endpoint.ts";
import { listOpenQuestions } from "#server/annotations/list-open-questions.ts";

export const GET = endpoint(listOpenQuestions);
