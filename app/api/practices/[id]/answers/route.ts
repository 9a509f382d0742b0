import { endpoint } from "#app/_http/endpoint.ts";
import { answerPractice } from "#server/practices/answer-practice.ts";

export const POST = endpoint(answerPractice);
