import { endpoint } from "#app/_http/endpoint.ts";
import { listPlans } from "#server/groups/list-plans.ts";
import { makePlan } from "#server/groups/make-plan.ts";

export const GET = endpoint(listPlans);
export const POST = endpoint(makePlan);
