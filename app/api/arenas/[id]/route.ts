import { endpoint } from "#app/_http/endpoint.ts";
import { getArena } from "#server/arenas/get-arena.ts";

export const GET = endpoint(getArena);
