import { endpoint } from "#app/_http/endpoint.ts";
import { recommendReflection } from "#server/reflections/recommend-reflection.ts";

export const POST = endpoint(recommendReflection);
