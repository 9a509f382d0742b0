import { endpoint } from "#app/_http/endpoint.ts";
import { answerKnock } from "#server/room/answer-knock.ts";

export const POST = endpoint(answerKnock);
