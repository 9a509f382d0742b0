import { endpoint } from "#app/_http/endpoint.ts";
import { getRota } from "#server/groups/get-rota.ts";
import { planRota } from "#server/groups/plan-rota.ts";

export const GET = endpoint(getRota);
export const POST = endpoint(planRota);
