import type { Socket } from "node:net";

/** Whoever holds an open stream. */
export type Reader = { readonly socket: Socket; readonly personId: number; readonly sessionId: string; readonly address: string };

/** One open stream of a contest. */
export type Watcher = Reader & {
  readonly contestId: number;
  readonly attemptId: number | null;
  /** What was last said of the own attempt's clock, to say only changes. */
  saidTime: string;
};

/** One open stream of a meeting. */
export type RoomReader = Reader & { readonly meetingId: number };

/** One open stream of a final. */
export type HallReader = Reader & { readonly hallId: number };
/** One open stream of a game: a player's, or of a screen or console (null). */
export type GameReader = Reader & { readonly gameId: number; readonly playerId: number | null };

const PER_PERSON = 3;
/** A whole organisation may stand behind one address. */
const PER_ADDRESS = 1_000;
/** A hall of five thousand is behind one address for certain; each of its streams has a signed-in person of its own. */
export const PER_HALL = 10_000;

/** The places that streams of all kinds share, capped for one person and one address (TG9). */
export function streamPlaces() {
  const persons = new Map<number, number>();
  const addresses = new Map<string, number>();

  const bump = <K>(counts: Map<K, number>, key: K, by: 1 | -1): void => {
    const count = (counts.get(key) ?? 0) + by;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
  };

  return {
    /** Takes a place under both caps; false when there is none left. To be released in any case. */
    reserve(personId: number, address: string, perAddress = PER_ADDRESS): boolean {
      if ((persons.get(personId) ?? 0) >= PER_PERSON || (addresses.get(address) ?? 0) >= perAddress) return false;
      bump(persons, personId, 1);
      bump(addresses, address, 1);
      return true;
    },
    release({ personId, address }: Pick<Reader, "personId" | "address">): void {
      bump(persons, personId, -1);
      bump(addresses, address, -1);
    },
  };
}

/** The open streams of one kind, by what they are about. */
export function watcherList<W extends Reader>(topicOf: (reader: W) => number) {
  const byTopic = new Map<number, Set<W>>();
  let all = 0;

  return {
    count: () => all,
    of: (topic: number): ReadonlySet<W> => byTopic.get(topic) ?? new Set(),
    *everyone(): Generator<W> {
      for (const set of byTopic.values()) yield* set;
    },
    add(reader: W): void {
      const set = byTopic.get(topicOf(reader)) ?? new Set();
      byTopic.set(topicOf(reader), set.add(reader));
      all += 1;
    },
    leave(reader: W): void {
      const set = byTopic.get(topicOf(reader));
      if (!set?.delete(reader)) return;
      if (set.size === 0) byTopic.delete(topicOf(reader));
      all -= 1;
    },
  };
}
export type WatcherList<W extends Reader = Watcher> = ReturnType<typeof watcherList<W>>;
