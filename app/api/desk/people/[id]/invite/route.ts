import { endpoint } from "#app/_http/endpoint.ts";
import { invitePerson } from "#server/people/invite-person.ts";

export const POST = endpoint(invitePerson);
