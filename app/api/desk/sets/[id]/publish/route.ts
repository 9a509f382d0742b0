import { endpoint } from "#app/_http/endpoint.ts";
import { publishSet } from "#server/practices/publish-set.ts";

export const POST = endpoint(publishSet);
