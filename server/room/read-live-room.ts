import { database } from "#db/client.ts";
import { type RoomSnapshot, readRoom } from "./room-snapshot.ts";

/** The room for the live process, which may not import the database. */
export const readLiveRoom = (meetingId: number, now: Date): Promise<RoomSnapshot | null> => readRoom(database("judge"), meetingId, now);
