import { endpoint } from "#app/_http/endpoint.ts";
import { handInReflection } from "#server/reflections/hand-in-reflection.ts";

export const POST = endpoint(handInReflection);
