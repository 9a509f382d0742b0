import { patiently } from "#server/attempts/patiently.ts";
import { LiveStandings } from "#server/boards/live-standings.ts";
import { liveChangesReader } from "#server/boards/read-live-changes.ts";
import { lookAgain } from "./look-again.ts";
import { WatchedContest } from "./watched-contest.ts";
import type { WatcherList } from "./watchers.ts";

const POLL_MS = 250;
/** Boards go out with every second look; with every fourth above so many readers (D5). */
const LOOKS_A_TICK = 2;
const LOOKS_A_TICK_CROWDED = 4;
const CROWD = 5_000;
/** How long a board is kept when the last reader left: they come back after a restart. */
const KEEP_MS = 60_000;

/**
 * What moves the streams: looks at the table of live changes every 250 ms while anybody watches, and on each tick tells every contest's
 * readers what is new. One look at a time; a slow one delays the next and never doubles it.
 */
export function feed(watchers: WatcherList) {
  const contests = new Map<number, Promise<WatchedContest | null>>();
  const opened = new Map<number, WatchedContest>();
  const read = liveChangesReader();
  let looks = 0;
  let gone = { boards: 0, dropped: 0 };
  let firstLook: Promise<void> | null = null;

  const openContest = async (contestId: number): Promise<WatchedContest | null> => {
    // Changes are read from before the standings are, so that none falls between.
    firstLook ??= patiently(look);
    await firstLook.catch((error: unknown) => {
      firstLook = null; // asked again by the next reader
      throw error;
    });
    // A thousand readers come at once after a restart, and the first connection may be late for itself.
    const live = await patiently(() => LiveStandings.open(contestId, new Date()));
    if (!live) return null;
    const contest = new WatchedContest(live, performance.now());
    opened.set(contestId, contest);
    return contest;
  };

  /** The contest as it is watched, loaded on the first asking; null when there is none. */
  const contestOf = (contestId: number): Promise<WatchedContest | null> => {
    const known = contests.get(contestId);
    if (known) return known;
    const opening = openContest(contestId);
    contests.set(contestId, opening);
    opening.then((found) => found ?? contests.delete(contestId)).catch(() => contests.delete(contestId));
    return opening;
  };

  const look = async (): Promise<void> => {
    for (const change of await read(performance.now())) {
      const contest = opened.get(change.contestId);
      if (contest) contest.note(change);
      // Being loaded at this moment: it may have been read before this change.
      else
        void contests
          .get(change.contestId)
          ?.then((loaded) => loaded?.note(change))
          .catch(() => undefined);
    }
  };

  const tick = async (): Promise<void> => {
    const nowMs = performance.now();
    for (const [contestId, contest] of opened) {
      const readers = watchers.of(contestId);
      if (readers.size > 0) {
        contest.emptySinceMs = null;
        await contest.tick(readers, new Date(), nowMs);
        continue;
      }
      contest.emptySinceMs ??= nowMs;
      if (nowMs - contest.emptySinceMs > KEEP_MS) {
        gone = { boards: gone.boards + contest.boards, dropped: gone.dropped + contest.dropped };
        opened.delete(contestId);
        contests.delete(contestId);
      }
    }
  };

  const looking = lookAgain(POLL_MS, "contests", async () => {
    if (opened.size > 0) await look();
    looks += 1;
    if (looks % (watchers.count() > CROWD ? LOOKS_A_TICK_CROWDED : LOOKS_A_TICK) === 0) await tick();
  });

  return {
    contestOf,
    figures: () => {
      const all = { ...gone };
      for (const { boards, dropped } of opened.values()) {
        all.boards += boards;
        all.dropped += dropped;
      }
      return all;
    },
    end: looking.end,
  };
}
