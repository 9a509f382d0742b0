import { endpoint } from "#app/_http/endpoint.ts";
import { getPointRules } from "#server/points/get-point-rules.ts";

export const GET = endpoint(getPointRules);
