import { endpoint } from "#app/_http/endpoint.ts";
import { keepReflection } from "#server/reflections/keep-reflection.ts";

export const POST = endpoint(keepReflection);
