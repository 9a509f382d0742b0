import { endpoint } from "#app/_http/endpoint.ts";
import { listSetsDesk } from "#server/practices/list-sets-desk.ts";
import { makeSet } from "#server/practices/make-set.ts";

export const GET = endpoint(listSetsDesk);
export const POST = endpoint(makeSet);
