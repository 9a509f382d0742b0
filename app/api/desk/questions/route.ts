import { endpoint } from "#app/_http/endpoint.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { listQuestions } from "#server/questions/list-questions.ts";

export const GET = endpoint(listQuestions);
export const POST = endpoint(createQuestion);
