import { endpoint } from "#app/_http/endpoint.ts";
import { getRoom } from "#server/room/get-room.ts";

export const GET = endpoint(getRoom);
