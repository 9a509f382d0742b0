import { endpoint } from "#app/_http/endpoint.ts";
import { listGroupQuestions } from "#server/groups/list-group-questions.ts";

export const GET = endpoint(listGroupQuestions);
