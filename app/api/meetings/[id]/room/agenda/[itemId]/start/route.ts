import { endpoint } from "#app/_http/endpoint.ts";
import { startItem } from "#server/room/start-item.ts";

export const POST = endpoint(startItem);
