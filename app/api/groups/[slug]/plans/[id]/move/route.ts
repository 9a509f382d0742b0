import { endpoint } from "#app/_http/endpoint.ts";
import { moveDay } from "#server/groups/move-day.ts";

export const POST = endpoint(moveDay);
