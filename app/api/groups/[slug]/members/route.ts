import { endpoint } from "#app/_http/endpoint.ts";
import { addMembers } from "#server/groups/add-members.ts";

export const POST = endpoint(addMembers);
