import { endpoint } from "#app/_http/endpoint.ts";
import { publishResults } from "#server/contests/publish-results.ts";

export const POST = endpoint(publishResults);
