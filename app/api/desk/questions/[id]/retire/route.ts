import { endpoint } from "#app/_http/endpoint.ts";
import { retireQuestion } from "#server/questions/retire-question.ts";

export const POST = endpoint(retireQuestion);
