import { endpoint } from "#app/_http/endpoint.ts";
import { getPointsDesk } from "#server/points/get-points-desk.ts";
import { setPointsPolicy } from "#server/points/set-points-policy.ts";

export const GET = endpoint(getPointsDesk);
export const POST = endpoint(setPointsPolicy);
