import { endpoint } from "#app/_http/endpoint.ts";
import { getRuling } from "#server/rulings/get-ruling.ts";

export const GET = endpoint(getRuling);
