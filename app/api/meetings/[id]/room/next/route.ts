import { endpoint } from "#app/_http/endpoint.ts";
import { goOn } from "#server/room/go-on.ts";

export const POST = endpoint(goOn);
