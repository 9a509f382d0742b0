import { endpoint } from "#app/_http/endpoint.ts";
import { listRulings } from "#server/rulings/list-rulings.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";

export const GET = endpoint(listRulings);
export const POST = endpoint(proposeRuling);
