import { endpoint } from "#app/_http/endpoint.ts";
import { drawLot } from "#server/contests/draw-lot.ts";

export const POST = endpoint(drawLot);
