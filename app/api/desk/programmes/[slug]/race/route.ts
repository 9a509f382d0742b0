import { endpoint } from "#app/_http/endpoint.ts";
import { setRace } from "#server/programmes/set-race.ts";

export const POST = endpoint(setRace);
