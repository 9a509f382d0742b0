import { endpoint } from "#app/_http/endpoint.ts";
import { getPlanChoices } from "#server/groups/get-plan-choices.ts";

export const GET = endpoint(getPlanChoices);
