import { endpoint } from "#app/_http/endpoint.ts";
import { listMyFlags } from "#server/tasks/list-my-flags.ts";

export const GET = endpoint(listMyFlags);
