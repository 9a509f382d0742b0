import { endpoint } from "#app/_http/endpoint.ts";
import { getQuiz } from "#server/programmes/get-quiz.ts";

export const GET = endpoint(getQuiz);
