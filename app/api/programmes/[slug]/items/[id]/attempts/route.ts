import { endpoint } from "#app/_http/endpoint.ts";
import { startQuiz } from "#server/programmes/start-quiz.ts";

export const POST = endpoint(startQuiz);
