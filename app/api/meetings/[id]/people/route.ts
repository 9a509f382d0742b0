import { endpoint } from "#app/_http/endpoint.ts";
import { invitePeople } from "#server/meetings/invite-people.ts";

export const POST = endpoint(invitePeople);
