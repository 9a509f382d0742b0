import { endpoint } from "#app/_http/endpoint.ts";
import { listHalls } from "#server/halls/list-halls.ts";
import { makeHall } from "#server/halls/make-hall.ts";

export const GET = endpoint(listHalls);
export const POST = endpoint(makeHall);
