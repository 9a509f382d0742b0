import { endpoint } from "#app/_http/endpoint.ts";
import { takeSeat } from "#server/attempts/take-seat.ts";

export const POST = endpoint(takeSeat);
