import { endpoint } from "#app/_http/endpoint.ts";
import { getPromotedSides } from "#server/stages/get-promoted-sides.ts";

export const GET = endpoint(getPromotedSides);
