import { endpoint } from "#app/_http/endpoint.ts";
import { getGroup } from "#server/groups/get-group.ts";

export const GET = endpoint(getGroup);
