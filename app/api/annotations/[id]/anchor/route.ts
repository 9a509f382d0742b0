import { endpoint } from "#app/_http/endpoint.ts";
import { attachByHand } from "#server/annotations/attach-by-hand.ts";

export const POST = endpoint(attachByHand);
