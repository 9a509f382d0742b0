import { endpoint } from "#app/_http/endpoint.ts";
import { listKinds } from "#server/meetings/list-kinds.ts";

export const GET = endpoint(listKinds);
