import { endpoint } from "#app/_http/endpoint.ts";
import { withdrawReflection } from "#server/reflections/withdraw-reflection.ts";

export const POST = endpoint(withdrawReflection);
