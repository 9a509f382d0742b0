import { endpoint } from "#app/_http/endpoint.ts";
import { extendPlan } from "#server/groups/extend-plan.ts";

export const POST = endpoint(extendPlan);
