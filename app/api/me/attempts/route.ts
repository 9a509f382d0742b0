import { endpoint } from "#app/_http/endpoint.ts";
import { listMyAttempts } from "#server/attempts/list-my-attempts.ts";

export const GET = endpoint(listMyAttempts);
