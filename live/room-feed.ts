import { patiently } from "#server/attempts/patiently.ts";
import type { MeetingChange } from "#server/meetings/note-change.ts";
import { readLiveRoom } from "#server/room/read-live-room.ts";
import { meetingChangesReader, type NotedChange } from "#server/room/read-meeting-changes.ts";
import { noLongerInside } from "#server/room/still-inside.ts";
import { broadcast, frameOf } from "./broadcast.ts";
import { lookAgain } from "./look-again.ts";
import type { RoomReader, WatcherList } from "./watchers.ts";

const POLL_MS = 250;
/** Who lost a place in the group or an office without the meeting having changed is shown out within ten seconds. */
const LOOKS_A_ROUND = 40;
/** After these somebody may be in the meeting no longer. */
const ABOUT_PEOPLE: ReadonlySet<MeetingChange> = new Set(["people", "meeting", "forum"]);

/** One meeting that somebody has open: the newest bytes, which are everybody's. */
type Room = { frame: Buffer | null; first: Promise<void>; marks: Partial<Record<MeetingChange, number>>; askedAtLook: number };

/** What moves the streams of meetings: looks for changes every 250 ms while anybody listens, and sends each changed meeting once to all. */
export function roomFeed(readers: WatcherList<RoomReader>) {
  const rooms = new Map<number, Room>();
  const stale = new Set<number>();
  const mayHaveLeft = new Set<number>();
  const read = meetingChangesReader();
  let firstLook: Promise<void> | null = null;
  let looks = 0;
  let dropped = 0;

  const note = ({ id, meetingId, change }: NotedChange): void => {
    const room = rooms.get(meetingId);
    if (!room) return;
    room.marks[change] = id;
    stale.add(meetingId);
    if (ABOUT_PEOPLE.has(change)) mayHaveLeft.add(meetingId);
  };
  const look = async (): Promise<void> => {
    for (const change of await read(performance.now())) note(change);
  };
  const make = async (meetingId: number, room: Room): Promise<void> => {
    const { marks } = room;
    const snapshot = await readLiveRoom(meetingId, new Date());
    room.frame = snapshot && frameOf("room", { ...snapshot, marks });
  };

  /** The meeting's newest bytes, null when there is no such meeting. Between this and joining the readers nothing may be awaited. */
  const frameFor = async (meetingId: number): Promise<() => Buffer | null> => {
    // Changes are read from before the room is, so that none falls between.
    firstLook ??= patiently(look);
    await firstLook.catch((error: unknown) => {
      firstLook = null; // asked again by the next reader
      throw error;
    });
    let room = rooms.get(meetingId);
    if (!room) {
      const made: Room = { frame: null, first: Promise.resolve(), marks: {}, askedAtLook: looks };
      room = made;
      rooms.set(meetingId, made);
      made.first = patiently(() => make(meetingId, made));
    }
    room.askedAtLook = looks;
    const { first } = room;
    await first.catch((error: unknown) => {
      rooms.delete(meetingId);
      throw error;
    });
    if (room.frame === null) rooms.delete(meetingId);
    const found = room;
    return () => found.frame;
  };

  const tell = async (): Promise<void> => {
    for (const meetingId of [...stale]) {
      stale.delete(meetingId);
      const [room, listening] = [rooms.get(meetingId), readers.of(meetingId)];
      if (!room) continue;
      await make(meetingId, room).catch((error: unknown) => {
        stale.add(meetingId); // said at the next look
        throw error;
      });
      if (room.frame)
        dropped += await broadcast(
          [...listening].map(({ socket }) => socket),
          room.frame,
        );
    }
  };
  const showOut = async (listening: Iterable<RoomReader>): Promise<void> => {
    const held = [...listening];
    const gone = new Set((await noLongerInside(held)).map(({ meetingId, personId }) => `${meetingId} ${personId}`));
    for (const { meetingId, personId, socket } of held) if (gone.has(`${meetingId} ${personId}`)) socket.end();
  };
  const round = async (): Promise<void> => {
    looks += 1;
    if (looks % LOOKS_A_ROUND !== 0) return;
    await showOut(readers.everyone());
    for (const [meetingId, { askedAtLook }] of rooms)
      if (readers.of(meetingId).size === 0 && looks - askedAtLook >= LOOKS_A_ROUND) rooms.delete(meetingId); // somebody may be coming in
  };

  const looking = lookAgain(POLL_MS, "meetings", async () => {
    if (rooms.size === 0) return;
    await look();
    await tell();
    for (const meetingId of [...mayHaveLeft]) {
      await showOut(readers.of(meetingId));
      mayHaveLeft.delete(meetingId);
    }
    await round();
  });

  return {
    frameFor,
    dropped: () => dropped,
    end: looking.end,
  };
}
