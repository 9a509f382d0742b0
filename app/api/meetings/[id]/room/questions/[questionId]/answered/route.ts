import { endpoint } from "#app/_http/endpoint.ts";
import { settleQuestion } from "#server/room/settle-question.ts";

export const POST = endpoint(settleQuestion);
