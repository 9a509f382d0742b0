import { endpoint } from "#app/_http/endpoint.ts";
import { strikeFromArena } from "#server/arenas/strike-from-arena.ts";

export const POST = endpoint(strikeFromArena);
