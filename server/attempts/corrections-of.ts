import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { settledOf } from "#domain/marking/settle-marks.ts";
import { RULING_KINDS, type RulingKind } from "#domain/rulings/ruled-slots.ts";

/** A mark of one's own paper that a ruling changed, or somebody by hand: from how much to how much, when, and why once keys are open. */
export const correctionSchema = z.object({
  slot: z.number(),
  milliBefore: z.number(),
  milliAfter: z.number(),
  /** What the place has been worth since; null: as the paper says. */
  worth: z.number().nullable(),
  cause: z.enum(["ruling", "override"]),
  kind: z.enum(RULING_KINDS).nullable(),
  reason: z.string(),
  at: z.date(),
});
export type Correction = z.output<typeof correctionSchema>;

type Row = {
  slot: number;
  milli_before: number;
  milli_after: number;
  worth_after: number | null;
  cause: Correction["cause"];
  kind: RulingKind | null;
  reason: string;
  written_at: Date;
};

/** The corrections of a paper, oldest first. With `withReason`, why: the words are the organizers' and may speak of the answer. */
export async function correctionsOf(db: Db, attemptId: number, withReason: boolean): Promise<Correction[]> {
  const { rows } = await db.execute<Row>(sql`
    select m.slot, m.milli_before, m.milli_after, m.worth_after, m.cause, r.kind, m.reason, m.written_at
    from mark_entries m left join rulings r on r.id = m.ruling_id
    where m.attempt_id = ${attemptId} and m.cause in ('ruling', 'override') order by m.id`);
  return rows.map((row) => ({
    ...{ slot: row.slot, milliBefore: row.milli_before, milliAfter: row.milli_after, worth: row.worth_after },
    ...{ cause: row.cause, kind: row.kind, reason: withReason ? row.reason : "", at: new Date(row.written_at) },
  }));
}

type Marked = { marks: { mark: number; isFinal: boolean }[] | null; per_answer: number | null; gap: number | null };

/** How many essays of a paper still wait for their marks. */
export async function essaysWaiting(db: Db, attemptId: number): Promise<number> {
  const { rows } = await db.execute<Marked>(sql`
    select p.per_answer, p.gap, (select jsonb_agg(jsonb_build_object('mark', h.mark, 'isFinal', h.is_final)) from hand_marks h
      where h.attempt_id = n.attempt_id and h.slot = n.slot) as marks
    from answers n join attempts a on a.id = n.attempt_id join entries e on e.id = a.entry_id
      join question_versions v on v.id = a.version_ids[n.slot + 1] and v.kind = 'essay'
      left join marking_plans p on p.contest_id = e.contest_id
    where n.attempt_id = ${attemptId} and jsonb_typeof(n.response) = 'object'`);
  return rows.filter(
    ({ marks, per_answer, gap }) => settledOf(marks ?? [], { perAnswer: per_answer ?? 1, gap: gap ?? 2_000 }).state !== "settled",
  ).length;
}
