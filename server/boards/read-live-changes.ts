import { answerPool } from "#server/attempts/answer-pool.ts";

export type LiveChange = Readonly<{ id: number; contestId: number; change: string; entryId: number | null }>;
type Raw = [id: string, contestId: string, change: string, entryId: string | null];

/** A transaction that took a number and has not committed by then never will (idle ones are ended after 10 s). */
const GAP_LIVES_MS = 20_000;
const MOST = 5_000;
/** Read again on starting: harmless, and covers who had taken a number and not committed. */
const LOOK_BACK = 500;

/**
 * Reads the table of live changes from where the last call stopped. Numbers are given before commits, so a number that was skipped
 * is asked for again until it shows or its time is up: nothing is missed.
 */
export function liveChangesReader() {
  let last: number | null = null;
  const gaps = new Map<number, number>();

  const ask = async (after: number): Promise<LiveChange[]> => {
    const { rows } = await answerPool().query<Raw>({
      name: "live-changes",
      text: `select id, contest_id, change, entry_id from live_changes where id > $1 or id = any($2::bigint[]) order by id limit ${MOST}`,
      values: [after, [...gaps.keys()]],
      rowMode: "array",
    });
    return rows.map(([id, contestId, change, entryId]) => ({
      id: Number(id),
      contestId: Number(contestId),
      change,
      entryId: entryId === null ? null : Number(entryId),
    }));
  };

  return async (nowMs: number): Promise<LiveChange[]> => {
    if (last === null) {
      const { rows } = await answerPool().query<{ id: string }>("select coalesce(max(id), 0) as id from live_changes");
      last = Math.max(0, Number(rows[0]?.id ?? 0) - LOOK_BACK);
    }
    const found = await ask(last);
    for (const { id } of found) {
      gaps.delete(id);
      for (let skipped = Math.max(last + 1, id - 10_000); skipped < id; skipped += 1) gaps.set(skipped, nowMs + GAP_LIVES_MS);
      last = Math.max(last, id);
    }
    for (const [id, untilMs] of gaps) if (untilMs < nowMs) gaps.delete(id);
    return found;
  };
}
