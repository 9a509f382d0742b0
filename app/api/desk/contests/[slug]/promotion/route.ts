import { endpoint } from "#app/_http/endpoint.ts";
import { getPromotionDesk } from "#server/stages/get-promotion-desk.ts";
import { publishPromotion } from "#server/stages/publish-promotion.ts";

export const GET = endpoint(getPromotionDesk);
export const POST = endpoint(publishPromotion);
