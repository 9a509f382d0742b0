import { endpoint } from "#app/_http/endpoint.ts";
import { getNotDone } from "#server/completion/get-not-done.ts";

export const GET = endpoint(getNotDone);
