import { endpoint } from "#app/_http/endpoint.ts";
import { getReveal } from "#server/boards/get-reveal.ts";
import { startReveal } from "#server/boards/start-reveal.ts";

export const GET = endpoint(getReveal);
export const POST = endpoint(startReveal);
