import { endpoint } from "#app/_http/endpoint.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";

export const POST = endpoint(applyRuling);
