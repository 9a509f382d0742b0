import { endpoint } from "#app/_http/endpoint.ts";
import { removeTakeaway } from "#server/room/remove-takeaway.ts";

export const POST = endpoint(removeTakeaway);
