import { endpoint } from "#app/_http/endpoint.ts";
import { listFlags } from "#server/tasks/list-flags.ts";
import { raiseFlag } from "#server/tasks/raise-flag.ts";

export const GET = endpoint(listFlags);
export const POST = endpoint(raiseFlag);
