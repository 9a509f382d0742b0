import { endpoint } from "#app/_http/endpoint.ts";
import { endMySession } from "#server/people/end-my-session.ts";

export const POST = endpoint(endMySession);
