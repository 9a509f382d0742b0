import { endpoint } from "#app/_http/endpoint.ts";
import { listReflections } from "#server/reflections/list-reflections.ts";
import { startReflection } from "#server/reflections/start-reflection.ts";

export const GET = endpoint(listReflections);
export const POST = endpoint(startReflection);
