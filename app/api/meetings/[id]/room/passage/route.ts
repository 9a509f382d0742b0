import { endpoint } from "#app/_http/endpoint.ts";
import { getPassage } from "#server/room/get-passage.ts";
import { showPassage } from "#server/room/show-passage.ts";

export const GET = endpoint(getPassage);
export const POST = endpoint(showPassage);
