import { endpoint } from "#app/_http/endpoint.ts";
import { editHall } from "#server/halls/edit-hall.ts";
import { getHall } from "#server/halls/get-hall.ts";

export const GET = endpoint(getHall);
export const POST = endpoint(editHall);
