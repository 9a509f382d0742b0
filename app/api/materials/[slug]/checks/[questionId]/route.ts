import { endpoint } from "#app/_http/endpoint.ts";
import { answerCheck } from "#server/materials/answer-check.ts";

export const POST = endpoint(answerCheck);
