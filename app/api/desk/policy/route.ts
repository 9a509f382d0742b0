import { endpoint } from "#app/_http/endpoint.ts";
import { setPolicy } from "#server/organisation/set-policy.ts";

export const POST = endpoint(setPolicy);
