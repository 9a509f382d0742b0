import { type KeptAnswers, parsedPending } from "./kept-answers.ts";
import { newerOf, type Pending } from "./outbox.ts";

const PREFIX = "zx-answer:";
const nameOf = (attemptId: number, slot: number): string => `${PREFIX}${attemptId}:${slot}`;

/** What the copy in localStorage says of a change: which attempt it belongs to, or null when the key is not one of ours. */
export function attemptOfKey(key: string | null): number | null {
  const found = key?.match(/^zx-answer:(\d+):\d+$/);
  return found ? Number(found[1]) : null;
}

function keysOf(storage: Storage, attemptId: number): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
  return keys.filter((key) => attemptOfKey(key) === attemptId);
}

const listed = (change: Pending | null): Pending[] => (change ? [change] : []);

/** The second copy. It is synchronous, so it is there even when the page dies in the next instant; other tabs hear of it. */
export function localAnswers(storage: Storage, attemptId: number): KeptAnswers {
  return {
    list: async () => keysOf(storage, attemptId).flatMap((key): Pending[] => listed(parsedPending(storage.getItem(key)))),
    async put(change) {
      const key = nameOf(attemptId, change.slot);
      const known = parsedPending(storage.getItem(key));
      if (known === null || newerOf(change, known) === change) storage.setItem(key, JSON.stringify(change));
    },
    async drop(slot, seq) {
      const key = nameOf(attemptId, slot);
      const known = parsedPending(storage.getItem(key));
      if (known === null || known.seq <= seq) storage.removeItem(key);
    },
    async clear() {
      for (const key of keysOf(storage, attemptId)) storage.removeItem(key);
    },
  };
}
