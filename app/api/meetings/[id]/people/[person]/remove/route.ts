import { endpoint } from "#app/_http/endpoint.ts";
import { uninvitePerson } from "#server/meetings/uninvite-person.ts";

export const POST = endpoint(uninvitePerson);
