import { endpoint } from "#app/_http/endpoint.ts";
import { getQuestion } from "#server/questions/get-question.ts";

export const GET = endpoint(getQuestion);
