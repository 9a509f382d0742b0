import { endpoint } from "#app/_http/endpoint.ts";
import { removeQuestion } from "#server/meetings/remove-question.ts";

export const POST = endpoint(removeQuestion);
