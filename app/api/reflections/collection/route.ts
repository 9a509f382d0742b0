import { endpoint } from "#app/_http/endpoint.ts";
import { getCollection } from "#server/reflections/get-collection.ts";

export const GET = endpoint(getCollection);
