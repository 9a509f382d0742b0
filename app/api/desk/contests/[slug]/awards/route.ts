import { endpoint } from "#app/_http/endpoint.ts";
import { getAwardsDesk } from "#server/awards/get-awards-desk.ts";
import { grantAwards } from "#server/awards/grant-awards.ts";

export const GET = endpoint(getAwardsDesk);
export const POST = endpoint(grantAwards);
