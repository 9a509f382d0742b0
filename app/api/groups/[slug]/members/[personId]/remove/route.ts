import { endpoint } from "#app/_http/endpoint.ts";
import { removeMember } from "#server/groups/remove-member.ts";

export const POST = endpoint(removeMember);
