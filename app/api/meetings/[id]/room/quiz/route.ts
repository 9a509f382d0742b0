import { endpoint } from "#app/_http/endpoint.ts";
import { drawQuiz } from "#server/room/draw-quiz.ts";

export const POST = endpoint(drawQuiz);
