import { endpoint } from "#app/_http/endpoint.ts";
import { leaveGroup } from "#server/groups/leave-group.ts";

export const POST = endpoint(leaveGroup);
