import { endpoint } from "#app/_http/endpoint.ts";
import { submitQuestion } from "#server/questions/submit-question.ts";

export const POST = endpoint(submitQuestion);
