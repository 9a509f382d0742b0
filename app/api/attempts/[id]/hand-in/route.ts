import { endpoint } from "#app/_http/endpoint.ts";
import { handIn } from "#server/attempts/hand-in.ts";

export const POST = endpoint(handIn);
