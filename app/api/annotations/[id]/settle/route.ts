import { endpoint } from "#app/_http/endpoint.ts";
import { settleQuestion } from "#server/annotations/settle-question.ts";

export const POST = endpoint(settleQuestion);
