import { endpoint } from "#app/_http/endpoint.ts";
import { moveReveal } from "#server/boards/move-reveal.ts";

export const POST = endpoint(moveReveal);
