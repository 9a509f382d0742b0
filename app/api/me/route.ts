import { endpoint } from "#app/_http/endpoint.ts";
import { getMe } from "#server/people/get-me.ts";

export const GET = endpoint(getMe);
