import { endpoint } from "#app/_http/endpoint.ts";
import { getReflection } from "#server/reflections/get-reflection.ts";

export const GET = endpoint(getReflection);
