import { endpoint } from "#app/_http/endpoint.ts";
import { checkIn } from "#server/room/check-in.ts";

export const POST = endpoint(checkIn);
