import { endpoint } from "#app/_http/endpoint.ts";
import { showQuestion } from "#server/judged/show-question.ts";

export const POST = endpoint(showQuestion);
