import { endpoint } from "#app/_http/endpoint.ts";
import { listMySessions } from "#server/people/list-my-sessions.ts";

export const GET = endpoint(listMySessions);
