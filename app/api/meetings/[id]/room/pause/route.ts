import { endpoint } from "#app/_http/endpoint.ts";
import { endItem } from "#server/room/end-item.ts";

export const POST = endpoint(endItem);
