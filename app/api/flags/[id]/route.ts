import { endpoint } from "#app/_http/endpoint.ts";
import { getFlag } from "#server/tasks/get-flag.ts";

export const GET = endpoint(getFlag);
