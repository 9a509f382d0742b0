import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { causeOf, integrityOf, mustHandIn } from "#domain/integrity/absences.ts";
import { findAttempt } from "#server/attempts/find-attempt.ts";
import { finishAttempt } from "#server/attempts/finish-attempt.ts";
import { command } from "#server/verb.ts";

const DAY_MS = 86_400_000;
/** So many are kept of one attempt: what comes after tells nobody more. */
const MOST = 500;

const seenSchema = z.strictObject({
  /** The page's own number of it, so that what is sent again is kept once. */
  mark: z.string().regex(/^[\w-]{1,60}$/),
  /** How long ago it ended, and how long it was, by a clock that only counts forward. No moment of a device is believed. */
  agoMs: z.int().min(0).max(DAY_MS),
  lastedMs: z.int().min(0).max(DAY_MS),
  hidden: z.boolean(),
  cause: z.enum(["file-picker", "input-method", "unknown"]),
});
type Seen = z.output<typeof seenSchema>;
type Row = Omit<Seen, "agoMs" | "cause"> & { leftAt: Date; cause: string };

async function keep(tx: Tx, attemptId: number, rows: readonly Row[], now: Date): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into attempt_absences (attempt_id, mark, left_at, lasted_ms, cause, hidden, received_at)
    select ${attemptId}, r.mark, r."leftAt", r."lastedMs", r.cause, r.hidden, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(mark text, "leftAt" timestamptz, "lastedMs" int, cause text, hidden bool)
    where (select count(*) from attempt_absences v where v.attempt_id = ${attemptId}) < ${MOST}
    on conflict (attempt_id, mark) do nothing`);
  return rowCount ?? 0;
}

async function longOnesOf(tx: Tx, attemptId: number): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from attempt_absences where attempt_id = ${attemptId} and cause = 'unknown' and hidden`,
  );
  return rows[0]?.n ?? 0;
}

/**
 * What the page saw of itself being left (B6), in batches, also long afterwards when there was no network. Kept for a person to see, and no
 * more: only where the printed rules say so do so many long absences hand the paper in.
 */
export const recordAbsences = command({
  at: "POST /api/attempts/:id/absences",
  input: z.strictObject({ id: z.coerce.number().int().positive(), absences: z.array(seenSchema).min(1).max(50) }),
  output: z.object({ kept: z.number(), handedIn: z.boolean() }),
  door: "judge",
  load: async (tx, { id }) => {
    await tx.execute(sql`select 1 from attempts where id = ${id} for update`);
    return findAttempt(tx, id);
  },
  may: can.sitAttempt,
  async run(tx, attempt, { id, absences }, { now }) {
    const { leave, toleranceMs, handInAfter } = integrityOf(attempt.rules);
    if (leave === "off") return { kept: 0, handedIn: false };
    const rows = absences.map(({ mark, agoMs, lastedMs, hidden, cause }) => ({
      ...{ mark, lastedMs, hidden, cause: causeOf({ lastedMs, hidden, cause }, toleranceMs) },
      leftAt: new Date(Math.max(attempt.startedAt.getTime(), now.getTime() - agoMs - lastedMs)),
    }));
    const kept = await keep(tx, id, rows, now);
    if (attempt.state !== "in_progress" || !mustHandIn(await longOnesOf(tx, id), handInAfter)) return { kept, handedIn: false };
    await finishAttempt(tx, id, "rules", now);
    return { kept, handedIn: true };
  },
});
