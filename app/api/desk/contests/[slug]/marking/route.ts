import { endpoint } from "#app/_http/endpoint.ts";
import { getMarking } from "#server/marking/get-marking.ts";
import { planMarking } from "#server/marking/plan-marking.ts";

export const GET = endpoint(getMarking);
export const POST = endpoint(planMarking);
