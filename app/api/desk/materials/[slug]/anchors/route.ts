import { endpoint } from "#app/_http/endpoint.ts";
import { getAnchorCounts } from "#server/annotations/get-anchor-counts.ts";

export const GET = endpoint(getAnchorCounts);
