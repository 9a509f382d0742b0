import { endpoint } from "#app/_http/endpoint.ts";
import { answerSwap } from "#server/groups/answer-swap.ts";

export const POST = endpoint(answerSwap);
