import { endpoint } from "#app/_http/endpoint.ts";
import { listRoomNotes } from "#server/room/list-room-notes.ts";

export const GET = endpoint(listRoomNotes);
