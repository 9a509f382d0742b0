import { endpoint } from "#app/_http/endpoint.ts";
import { checkBlueprint } from "#server/contests/check-blueprint.ts";

export const GET = endpoint(checkBlueprint);
