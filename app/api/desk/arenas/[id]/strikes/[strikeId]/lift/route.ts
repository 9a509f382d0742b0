import { endpoint } from "#app/_http/endpoint.ts";
import { liftStrike } from "#server/arenas/lift-strike.ts";

export const POST = endpoint(liftStrike);
