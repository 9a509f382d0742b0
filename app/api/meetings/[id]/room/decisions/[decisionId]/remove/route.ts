import { endpoint } from "#app/_http/endpoint.ts";
import { removeDecision } from "#server/room/remove-decision.ts";

export const POST = endpoint(removeDecision);
