import { endpoint } from "#app/_http/endpoint.ts";
import { askTakeaway } from "#server/records/ask-takeaway.ts";

export const POST = endpoint(askTakeaway);
