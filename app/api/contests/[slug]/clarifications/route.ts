import { endpoint } from "#app/_http/endpoint.ts";
import { askClarification } from "#server/clarifications/ask-clarification.ts";
import { listClarifications } from "#server/clarifications/list-clarifications.ts";

export const GET = endpoint(listClarifications);
export const POST = endpoint(askClarification);
