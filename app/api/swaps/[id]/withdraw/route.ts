import { endpoint } from "#app/_http/endpoint.ts";
import { withdrawSwap } from "#server/groups/withdraw-swap.ts";

export const POST = endpoint(withdrawSwap);
