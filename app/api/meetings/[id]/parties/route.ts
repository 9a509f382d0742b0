import { endpoint } from "#app/_http/endpoint.ts";
import { addParty } from "#server/meetings/add-party.ts";

export const POST = endpoint(addParty);
