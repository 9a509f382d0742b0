import { endpoint } from "#app/_http/endpoint.ts";
import { collectReflection } from "#server/reflections/collect-reflection.ts";

export const POST = endpoint(collectReflection);
