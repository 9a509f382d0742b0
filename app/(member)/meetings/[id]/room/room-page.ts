import type { JsonOf } from "#app/contests/json-of.ts";
import type { getForum } from "#server/room/get-forum.ts";
import type { getPassage } from "#server/room/get-passage.ts";
import type { getRoom } from "#server/room/get-room.ts";
import type { listPolls } from "#server/room/list-polls.ts";
import type { listRoomNotes } from "#server/room/list-room-notes.ts";
import type { listRoomPeople } from "#server/room/list-room-people.ts";
import type { listSpeeches } from "#server/room/list-speeches.ts";
import type { showCheckInCode } from "#server/room/show-check-in-code.ts";

/** What the room's own addresses answer, as a browser reads it. */
export type RoomPage = JsonOf<typeof getRoom>;
export type Room = RoomPage["room"];
export type Polls = JsonOf<typeof listPolls>;
export type Poll = Polls["polls"][number];
export type Notes = JsonOf<typeof listRoomNotes>;
export type RoomPeople = JsonOf<typeof listRoomPeople>;
export type Speeches = JsonOf<typeof listSpeeches>;
export type Speech = Speeches["speeches"][number];
export type Passage = JsonOf<typeof getPassage>;
export type Forum = JsonOf<typeof getForum>;
export type ShownCode = JsonOf<typeof showCheckInCode>;
