import { endpoint } from "#app/_http/endpoint.ts";
import { previewPlan } from "#server/groups/preview-plan.ts";

export const POST = endpoint(previewPlan);
