import { endpoint } from "#app/_http/endpoint.ts";
import { listArenasDesk } from "#server/arenas/list-arenas-desk.ts";
import { makeArena } from "#server/arenas/make-arena.ts";

export const GET = endpoint(listArenasDesk);
export const POST = endpoint(makeArena);
