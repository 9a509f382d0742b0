/** Something written that the server has not acknowledged. `key` is its own; written again under the same key, the newer words stand. */
export type Kept = Readonly<{
  key: string;
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** What the person typed, to be shown until it is safe. */
  text: string;
  /** Why the server did not take it; it is not sent again before somebody says so. */
  refused: string | null;
  writtenAt: number;
}>;

const prefixOf = (personId: number, meetingId: number): string => `zx-room:${personId}:${meetingId}:`;

function parsed(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? "null") as Kept | null;
    return kept && typeof kept.key === "string" && typeof kept.path === "string" && typeof kept.text === "string" ? kept : null;
  } catch {
    return null; // not ours, or cut off by a full store
  }
}

/** What this browser keeps of one person's words in one meeting: synchronous, so that it is there even when the page dies in the next instant. */
export function keptWords(storage: Storage, personId: number, meetingId: number) {
  const prefix = prefixOf(personId, meetingId);
  return {
    list(): Kept[] {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((key) => key.startsWith(prefix));
      return keys.flatMap((key) => parsed(storage.getItem(key)) ?? []).sort((a, b) => a.writtenAt - b.writtenAt);
    },
    put: (kept: Kept): void => storage.setItem(prefix + kept.key, JSON.stringify(kept)),
    /** Acknowledged. Words written since under the same key stay. */
    drop(kept: Kept): void {
      const now = parsed(storage.getItem(prefix + kept.key));
      if (now === null || now.writtenAt === kept.writtenAt) storage.removeItem(prefix + kept.key);
    },
  };
}
export type KeptWords = ReturnType<typeof keptWords>;

/** What came of sending. `away`: the line or the server is down, and it is sent again. */
export type Sent = Readonly<{ kind: "done" } | { kind: "away" } | { kind: "refused"; code: string }>;

/**
 * Sends what waits, the oldest first and one after the other. True when nothing is left that could be sent; false when the line is down.
 */
export async function sendKept(words: KeptWords, send: (kept: Kept) => Promise<Sent>): Promise<boolean> {
  for (const kept of words.list()) {
    if (kept.refused !== null) continue;
    const sent = await send(kept);
    if (sent.kind === "away") return false;
    if (sent.kind === "done") words.drop(kept);
    // Written anew while this was on its way: the new words have not been refused.
    else if (words.list().some(({ key, writtenAt }) => key === kept.key && writtenAt === kept.writtenAt))
      words.put({ ...kept, refused: sent.code });
  }
  return true;
}
