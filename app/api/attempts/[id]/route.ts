import { endpoint } from "#app/_http/endpoint.ts";
import { getAttempt } from "#server/attempts/get-attempt.ts";

export const GET = endpoint(getAttempt);
