import { endpoint } from "#app/_http/endpoint.ts";
import { listGroups } from "#server/groups/list-groups.ts";
import { makeGroup } from "#server/groups/make-group.ts";

export const GET = endpoint(listGroups);
export const POST = endpoint(makeGroup);
