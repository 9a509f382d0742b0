import { endpoint } from "#app/_http/endpoint.ts";
import { removeReflection } from "#server/reflections/remove-reflection.ts";

export const POST = endpoint(removeReflection);
