import { endpoint } from "#app/_http/endpoint.ts";
import { shareQuestion } from "#server/questions/share-question.ts";

export const POST = endpoint(shareQuestion);
