import { endpoint } from "#app/_http/endpoint.ts";
import { answerMatch } from "#server/matches/answer-match.ts";

export const POST = endpoint(answerMatch);
