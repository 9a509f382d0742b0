import { endpoint } from "#app/_http/endpoint.ts";
import { getPromotion } from "#server/stages/get-promotion.ts";

export const GET = endpoint(getPromotion);
