import { endpoint } from "#app/_http/endpoint.ts";
import { answerClarification } from "#server/clarifications/answer-clarification.ts";

export const POST = endpoint(answerClarification);
