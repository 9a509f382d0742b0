import { endpoint } from "#app/_http/endpoint.ts";
import { setMemberRole } from "#server/groups/set-member-role.ts";

export const POST = endpoint(setMemberRole);
