import { endpoint } from "#app/_http/endpoint.ts";
import { askQuestion } from "#server/meetings/ask-question.ts";

export const POST = endpoint(askQuestion);
