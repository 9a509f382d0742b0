import { endpoint } from "#app/_http/endpoint.ts";
import { actInHall } from "#server/halls/act-in-hall.ts";

export const POST = endpoint(actInHall);
