import { endpoint } from "#app/_http/endpoint.ts";
import { getOutline } from "#server/materials/get-outline.ts";

export const GET = endpoint(getOutline);
