import { endpoint } from "#app/_http/endpoint.ts";
import { askFromFloor } from "#server/room/ask-from-floor.ts";

export const POST = endpoint(askFromFloor);
