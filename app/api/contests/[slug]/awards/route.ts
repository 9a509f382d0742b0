import { endpoint } from "#app/_http/endpoint.ts";
import { getAwards } from "#server/awards/get-awards.ts";

export const GET = endpoint(getAwards);
