import { endpoint } from "#app/_http/endpoint.ts";
import { getItem } from "#server/programmes/get-item.ts";

export const GET = endpoint(getItem);
