import { endpoint } from "#app/_http/endpoint.ts";
import { takeBackRuling } from "#server/rulings/take-back-ruling.ts";

export const POST = endpoint(takeBackRuling);
