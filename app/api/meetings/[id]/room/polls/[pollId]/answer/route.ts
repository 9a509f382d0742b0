import { endpoint } from "#app/_http/endpoint.ts";
import { answerPoll } from "#server/room/answer-poll.ts";

export const POST = endpoint(answerPoll);
