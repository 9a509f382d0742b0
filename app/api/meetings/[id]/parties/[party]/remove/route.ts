import { endpoint } from "#app/_http/endpoint.ts";
import { removeParty } from "#server/meetings/remove-party.ts";

export const POST = endpoint(removeParty);
