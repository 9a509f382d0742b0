import { endpoint } from "#app/_http/endpoint.ts";
import { pickForSet } from "#server/practices/pick-for-set.ts";

export const GET = endpoint(pickForSet);
