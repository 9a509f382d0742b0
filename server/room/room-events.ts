import type { MeetingChange } from "#server/meetings/note-change.ts";
import type { RoomSnapshot } from "./room-snapshot.ts";

/**
 * What a stream of a meeting says (GET /api/streams/meetings/:id?ticket=…). On connecting all of it comes at once, so whoever was away
 * has missed nothing; the same bytes go to everybody.
 */
export type RoomEvents = {
  /** Sets the reader's clock; on connecting only. */
  clock: { serverNow: string };
  /** The room as it is now. `marks`: the newest change of each kind that this process has seen; where one moved, what a page asked for besides is stale. */
  room: RoomSnapshot & { marks: Partial<Record<MeetingChange, number>> };
};
