import { endpoint } from "#app/_http/endpoint.ts";
import { nameCaptain } from "#server/games/name-captain.ts";

export const POST = endpoint(nameCaptain);
