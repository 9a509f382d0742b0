import { endpoint } from "#app/_http/endpoint.ts";
import { getQuizResult } from "#server/programmes/get-quiz-result.ts";

export const GET = endpoint(getQuizResult);
