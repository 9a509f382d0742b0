import { endpoint } from "#app/_http/endpoint.ts";
import { listCheckReveals } from "#server/materials/list-check-reveals.ts";

export const GET = endpoint(listCheckReveals);
