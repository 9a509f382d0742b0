import { endpoint } from "#app/_http/endpoint.ts";
import { endArena } from "#server/arenas/end-arena.ts";

export const POST = endpoint(endArena);
