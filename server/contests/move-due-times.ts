import { inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { dueOf, effectiveSettings, endsAt, movedDue } from "#domain/attempts/clock.ts";
import { pausedClock } from "#domain/contests/pauses.ts";
import type { ContestSubject } from "./find-contest.ts";
import { listOverridesFor } from "./list-overrides.ts";
import { listPauses } from "./list-pauses.ts";

type Running = { id: string; person_id: string; started_at: Date; due_at: Date; path: string };

/**
 * Computes the due time of every running attempt of a contest anew, after an override or a pause (D1, I25). Returns how many moved.
 * `confirmed`: also to sooner than a minute from now, as when a pause is resumed.
 */
export async function moveDueTimes(tx: Tx, contest: ContestSubject, now: Date, confirmed = false): Promise<number> {
  const { rows } = await tx.execute<Running>(sql`
    select a.id, a.person_id, a.started_at, a.due_at, b.path from attempts a join entries e on e.id = a.entry_id join branches b on b.id = e.branch_id
    where e.contest_id = ${contest.id} and a.state = 'in_progress' order by a.id for update of a`);
  if (rows.length === 0) return 0;
  const percents = await tx
    .select({ id: people.id, timePercent: people.timePercent })
    .from(people)
    .where(
      inArray(
        people.id,
        rows.map((row) => Number(row.person_id)),
      ),
    );
  const percentOf = new Map(percents.map(({ id, timePercent }) => [id, timePercent]));
  const pauses = await listPauses(tx, contest.id);
  let moved = 0;
  for (const row of rows) {
    const overrides = await listOverridesFor(tx, contest.id, Number(row.person_id), row.path);
    const printed = { limitMs: contest.rules.limitMs, closesAt: contest.closesAt };
    const settings = effectiveSettings(printed, overrides.shared, overrides.own, percentOf.get(Number(row.person_id)) ?? 100);
    const startedAt = new Date(row.started_at);
    const theirs = pauses.filter(({ path }) => row.path.startsWith(path));
    const clock = pausedClock({ ...settings, closesAt: settings.closesAt ?? contest.closesAt }, theirs, {
      opensAt: contest.opensAt,
      startedAt,
    });
    const next = dueOf({ startedAt, ...clock, closesAt: clock.closesAt ?? contest.closesAt });
    const due = movedDue({ current: new Date(row.due_at), next, now, confirmed });
    if (due.getTime() === new Date(row.due_at).getTime()) continue;
    await tx.execute(sql`update attempts set due_at = ${due}, ends_at = ${endsAt(due, contest.rules.allowanceMs)} where id = ${row.id}`);
    moved += 1;
  }
  return moved;
}
