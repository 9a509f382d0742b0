import { endpoint } from "#app/_http/endpoint.ts";
import { listArenas } from "#server/arenas/list-arenas.ts";

export const GET = endpoint(listArenas);
