import { endpoint } from "#app/_http/endpoint.ts";
import { askSwap } from "#server/groups/ask-swap.ts";

export const POST = endpoint(askSwap);
