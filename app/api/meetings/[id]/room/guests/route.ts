import { endpoint } from "#app/_http/endpoint.ts";
import { addGuest } from "#server/room/add-guest.ts";

export const POST = endpoint(addGuest);
