import { endpoint } from "#app/_http/endpoint.ts";
import { getRace } from "#server/programmes/get-race.ts";

export const GET = endpoint(getRace);
