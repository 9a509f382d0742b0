import { endpoint } from "#app/_http/endpoint.ts";
import { listRoomPeople } from "#server/room/list-room-people.ts";

export const GET = endpoint(listRoomPeople);
