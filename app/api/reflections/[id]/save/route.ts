import { endpoint } from "#app/_http/endpoint.ts";
import { saveReflection } from "#server/reflections/save-reflection.ts";

export const POST = endpoint(saveReflection);
