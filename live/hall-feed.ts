import { patiently } from "#server/attempts/patiently.ts";
import { mayFollowHall, readHallMarks, readLiveHall } from "#server/halls/read-live-hall.ts";
import { broadcast, frameOf } from "./broadcast.ts";
import { lookAgain } from "./look-again.ts";
import type { HallReader, WatcherList } from "./watchers.ts";

const POLL_MS = 100;
/** Who was taken off a side without the final having moved is shown out within ten seconds. */
const LOOKS_A_ROUND = 100;

type Hall = { frame: Buffer | null; seq: number; first: Promise<void>; askedAtLook: number };

/** What moves the streams of finals: looks ten times a second how far the watched ledgers have come, and sends each new picture once to all. */
export function hallFeed(readers: WatcherList<HallReader>) {
  const halls = new Map<number, Hall>();
  let looks = 0;
  let dropped = 0;

  const make = async (hallId: number, hall: Hall): Promise<void> => {
    const view = await readLiveHall(hallId);
    hall.seq = view?.seq ?? -1;
    hall.frame = view && frameOf("hall", view);
  };

  /** The final's newest bytes, null when there is none. Between this and joining the readers nothing may be awaited. */
  const frameFor = async (hallId: number): Promise<() => Buffer | null> => {
    let hall = halls.get(hallId);
    if (!hall) {
      const made: Hall = { frame: null, seq: -1, first: Promise.resolve(), askedAtLook: looks };
      hall = made;
      halls.set(hallId, made);
      made.first = patiently(() => make(hallId, made));
    }
    hall.askedAtLook = looks;
    const found = hall;
    await found.first.catch((error: unknown) => {
      halls.delete(hallId);
      throw error;
    });
    if (found.frame === null) halls.delete(hallId);
    return () => found.frame;
  };

  const tell = async (): Promise<void> => {
    for (const [hallId, seq] of await readHallMarks([...halls.keys()])) {
      const hall = halls.get(hallId);
      if (!hall || hall.seq >= seq) continue;
      await make(hallId, hall);
      if (hall.frame)
        dropped += await broadcast(
          [...readers.of(hallId)].map(({ socket }) => socket),
          hall.frame,
        );
    }
  };
  const round = async (): Promise<void> => {
    looks += 1;
    if (looks % LOOKS_A_ROUND !== 0) return;
    for (const { hallId, sessionId, socket } of [...readers.everyone()])
      if (!(await mayFollowHall(hallId, sessionId, new Date()))) socket.end();
    for (const [hallId, { askedAtLook }] of halls)
      if (readers.of(hallId).size === 0 && looks - askedAtLook >= LOOKS_A_ROUND) halls.delete(hallId); // somebody may be coming in
  };

  const looking = lookAgain(POLL_MS, "finals", async () => {
    if (halls.size === 0) return;
    await tell();
    await round();
  });

  return {
    frameFor,
    dropped: () => dropped,
    end: looking.end,
  };
}
