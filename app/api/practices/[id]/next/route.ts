import { endpoint } from "#app/_http/endpoint.ts";
import { showNext } from "#server/practices/show-next.ts";

export const POST = endpoint(showNext);
