import { newerOf, type Pending } from "./outbox.ts";

/**
 * One place on this device where unacknowledged changes are kept, newest per slot. `put` and `drop` are safe from two tabs at once:
 * a newer copy is neither overwritten nor dropped by an older one.
 */
export type KeptAnswers = {
  list(): Promise<readonly Pending[]>;
  put(change: Pending): Promise<void>;
  /** Forgets the slot's copy unless it is newer than `seq`. */
  drop(slot: number, seq: number): Promise<void>;
  clear(): Promise<void>;
};

/** A copy read back from storage, or null when it is not one: storage is written by older builds and by curious people. */
export function pendingOf(value: unknown): Pending | null {
  if (typeof value !== "object" || value === null) return null;
  const { slot, seq, response, changedAt } = value as Record<string, unknown>;
  if (!Number.isSafeInteger(slot) || !Number.isSafeInteger(seq) || typeof changedAt !== "number" || typeof response !== "object")
    return null;
  return { slot: slot as number, seq: seq as number, response: response as Pending["response"], changedAt };
}

/** A copy as written in localStorage. */
export function parsedPending(text: string | null): Pending | null {
  if (text === null) return null;
  try {
    return pendingOf(JSON.parse(text));
  } catch {
    return null; // not ours, or cut off by a crash
  }
}

/** The two places together: written to both, read from both, good as long as one of them works. */
export function twice(first: KeptAnswers, second: KeptAnswers): KeptAnswers {
  const either = async (work: (place: KeptAnswers) => Promise<void>): Promise<void> => {
    await Promise.any([work(first), work(second)]);
  };
  return {
    async list() {
      const read = await Promise.allSettled([first.list(), second.list()]);
      const all = read.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
      const bySlot = new Map<number, Pending>();
      for (const change of all) {
        const known = bySlot.get(change.slot);
        bySlot.set(change.slot, known ? newerOf(known, change) : change);
      }
      return [...bySlot.values()];
    },
    put: (change) => either((place) => place.put(change)),
    drop: async (slot, seq) => {
      await Promise.allSettled([first.drop(slot, seq), second.drop(slot, seq)]);
    },
    clear: async () => {
      await Promise.allSettled([first.clear(), second.clear()]);
    },
  };
}
