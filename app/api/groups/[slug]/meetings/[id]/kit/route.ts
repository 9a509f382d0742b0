import { endpoint } from "#app/_http/endpoint.ts";
import { getKit } from "#server/groups/get-kit.ts";

export const GET = endpoint(getKit);
