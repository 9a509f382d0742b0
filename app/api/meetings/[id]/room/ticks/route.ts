import { endpoint } from "#app/_http/endpoint.ts";
import { tickPerson } from "#server/room/tick-person.ts";

export const POST = endpoint(tickPerson);
