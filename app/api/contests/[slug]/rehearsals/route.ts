import { endpoint } from "#app/_http/endpoint.ts";
import { startRehearsal } from "#server/rehearsals/start-rehearsal.ts";

export const POST = endpoint(startRehearsal);
