import { endpoint } from "#app/_http/endpoint.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";

export const POST = endpoint(startAttempt);
