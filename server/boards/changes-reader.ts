import { answerPool } from "#server/attempts/answer-pool.ts";

/** A transaction that took a number and has not committed by then never will (idle ones are ended after 10 s). */
const GAP_LIVES_MS = 20_000;
/** Read again on starting: harmless, and covers who had taken a number and not committed. */
const LOOK_BACK = 500;

/** A table that is only added to: its newest number, and its rows above $1 or among the numbers $2, in order, as lists of columns. */
type Source<Raw extends unknown[], Change> = Readonly<{ name: string; newest: string; rows: string; read: (row: Raw) => Change }>;

/**
 * Reads a table of changes from where the last call stopped. Numbers are given before commits, so a number that was skipped
 * is asked for again until it shows or its time is up: nothing is missed.
 */
export function changesReader<Raw extends unknown[], Change extends { id: number }>({ name, newest, rows, read }: Source<Raw, Change>) {
  let last: number | null = null;
  const gaps = new Map<number, number>();

  return async (nowMs: number): Promise<Change[]> => {
    if (last === null) {
      const found = await answerPool().query<{ id: string }>(newest);
      last = Math.max(0, Number(found.rows[0]?.id ?? 0) - LOOK_BACK);
    }
    const asked = { name, text: rows, values: [last, [...gaps.keys()]], rowMode: "array" as const };
    const found = (await answerPool().query<Raw>(asked)).rows.map(read);
    for (const { id } of found) {
      gaps.delete(id);
      for (let skipped = Math.max(last + 1, id - 10_000); skipped < id; skipped += 1) gaps.set(skipped, nowMs + GAP_LIVES_MS);
      last = Math.max(last, id);
    }
    for (const [id, untilMs] of gaps) if (untilMs < nowMs) gaps.delete(id);
    return found;
  };
}
