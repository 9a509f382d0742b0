import { endpoint } from "#app/_http/endpoint.ts";
import { getHall } from "#server/halls/get-hall.ts";

export const GET = endpoint(getHall);
