import { endpoint } from "#app/_http/endpoint.ts";
import { skipDay } from "#server/groups/skip-day.ts";

export const POST = endpoint(skipDay);
