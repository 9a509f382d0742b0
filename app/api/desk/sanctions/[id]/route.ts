import { endpoint } from "#app/_http/endpoint.ts";
import { getSanction } from "#server/integrity/get-sanction.ts";

export const GET = endpoint(getSanction);
