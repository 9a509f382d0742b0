import { endpoint } from "#app/_http/endpoint.ts";
import { knock } from "#server/room/knock.ts";

export const POST = endpoint(knock);
