import { endpoint } from "#app/_http/endpoint.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";

export const POST = endpoint(decideRuling);
