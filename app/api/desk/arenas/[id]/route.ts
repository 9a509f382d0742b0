import { endpoint } from "#app/_http/endpoint.ts";
import { editArena } from "#server/arenas/edit-arena.ts";
import { getArenaDesk } from "#server/arenas/get-arena-desk.ts";

export const GET = endpoint(getArenaDesk);
export const POST = endpoint(editArena);
