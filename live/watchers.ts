import type { Socket } from "node:net";

/** One open stream. */
export type Watcher = {
  readonly socket: Socket;
  readonly contestId: number;
  readonly personId: number;
  readonly sessionId: string;
  readonly address: string;
  readonly attemptId: number | null;
  /** What was last said of the own attempt's clock, to say only changes. */
  saidTime: string;
};

const PER_PERSON = 3;
/** A whole organisation may stand behind one address. */
const PER_ADDRESS = 1_000;

/** The open streams, by contest, with the caps of one person and one address (TG9). */
export function watcherList() {
  const byContest = new Map<number, Set<Watcher>>();
  const persons = new Map<number, number>();
  const addresses = new Map<string, number>();
  let all = 0;

  const bump = <K>(counts: Map<K, number>, key: K, by: 1 | -1): void => {
    const count = (counts.get(key) ?? 0) + by;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
  };

  return {
    count: () => all,
    contests: () => byContest.keys(),
    of: (contestId: number): ReadonlySet<Watcher> => byContest.get(contestId) ?? new Set(),
    *everyone(): Generator<Watcher> {
      for (const set of byContest.values()) yield* set;
    },
    /** Takes a place under both caps; false when there is none left. `add` follows once the stream is open, `leave` in any case. */
    reserve(personId: number, address: string): boolean {
      if ((persons.get(personId) ?? 0) >= PER_PERSON || (addresses.get(address) ?? 0) >= PER_ADDRESS) return false;
      bump(persons, personId, 1);
      bump(addresses, address, 1);
      return true;
    },
    add(watcher: Watcher): void {
      const set = byContest.get(watcher.contestId) ?? new Set();
      byContest.set(watcher.contestId, set.add(watcher));
      all += 1;
    },
    leave(watcher: Watcher): void {
      bump(persons, watcher.personId, -1);
      bump(addresses, watcher.address, -1);
      const set = byContest.get(watcher.contestId);
      if (!set?.delete(watcher)) return;
      if (set.size === 0) byContest.delete(watcher.contestId);
      all -= 1;
    },
  };
}
export type WatcherList = ReturnType<typeof watcherList>;
