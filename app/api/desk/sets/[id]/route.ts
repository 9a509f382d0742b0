import { endpoint } from "#app/_http/endpoint.ts";
import { editSet } from "#server/practices/edit-set.ts";
import { getSet } from "#server/practices/get-set.ts";

export const GET = endpoint(getSet);
export const POST = endpoint(editSet);
