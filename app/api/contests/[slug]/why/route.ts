import { endpoint } from "#app/_http/endpoint.ts";
import { getWhyRank } from "#server/boards/get-why-rank.ts";

export const GET = endpoint(getWhyRank);
