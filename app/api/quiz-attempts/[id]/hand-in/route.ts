import { endpoint } from "#app/_http/endpoint.ts";
import { handInQuiz } from "#server/programmes/hand-in-quiz.ts";

export const POST = endpoint(handInQuiz);
