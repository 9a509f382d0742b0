import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { type GivenMark, type MarkingPlan, type Settled, settledOf } from "#domain/marking/settle-marks.ts";

export type HandMark = GivenMark & Readonly<{ markerId: number }>;
/** An essay that was handed in, known to markers by a name that tells nothing. */
export type Essay = Readonly<{
  attemptId: number;
  slot: number;
  entryId: number;
  personId: number;
  versionId: number;
  handle: string;
  marks: readonly HandMark[];
  settled: Settled;
}>;

type Row = {
  attempt_id: string;
  slot: number;
  entry_id: string;
  person_id: string;
  version_id: string;
  handle: string;
  marks: HandMark[] | null;
};

const NO_PLAN: MarkingPlan = { perAnswer: 1, gap: 2_000 };

/** How a contest's essays are marked; until somebody chose, each by one. */
export async function findPlan(db: Db | Tx, contestId: number): Promise<MarkingPlan> {
  const { rows } = await db.execute<{ per_answer: number; gap: number }>(
    sql`select per_answer, gap from marking_plans where contest_id = ${contestId}`,
  );
  const row = rows[0];
  return row ? { perAnswer: row.per_answer, gap: row.gap } : NO_PLAN;
}

/**
 * Every essay of a contest that was answered and handed in, with the marks so far. They stand question by question, and within one in the
 * order of names made of a seed: random, the same for everybody, and not that of people, branches or hand-ins. Empty ones need no marks.
 */
export async function readEssays(db: Db | Tx, contestId: number): Promise<Essay[]> {
  const plan = await findPlan(db, contestId);
  const { rows } = await db.execute<Row>(sql`
    select n.attempt_id, n.slot, a.entry_id, a.person_id, v.id as version_id,
      substr(encode(sha256(convert_to(coalesce(m.seed, '') || '/' || n.attempt_id || '/' || n.slot, 'UTF8')), 'hex'), 1, 20) as handle,
      (select jsonb_agg(jsonb_build_object('markerId', h.marker_id, 'mark', h.mark, 'isFinal', h.is_final) order by h.marked_at, h.marker_id)
        from hand_marks h where h.attempt_id = n.attempt_id and h.slot = n.slot) as marks
    from entries e join attempts a on a.entry_id = e.id and a.state = 'finished' join answers n on n.attempt_id = a.id
      join question_versions v on v.id = a.version_ids[n.slot + 1] and v.kind = 'essay'
      left join marking_plans m on m.contest_id = e.contest_id
    where e.contest_id = ${contestId} and jsonb_typeof(n.response) = 'object' order by v.id, handle`);
  return rows.map((row) => {
    const marks = row.marks ?? [];
    return {
      ...{ attemptId: Number(row.attempt_id), slot: row.slot, entryId: Number(row.entry_id), personId: Number(row.person_id) },
      ...{ versionId: Number(row.version_id), handle: row.handle, marks, settled: settledOf(marks, plan) },
    };
  });
}

/** How many essays still wait for a mark, or for one more where marks are too far apart. */
export const countWaiting = async (db: Db | Tx, contestId: number): Promise<number> =>
  (await readEssays(db, contestId)).filter(({ settled }) => settled.state !== "settled").length;

/** Whether this marker has something to do about an essay: not their own, not marked by them, and a mark is wanted. */
export const isForMarker = ({ personId, marks, settled }: Essay, markerId: number): boolean =>
  personId !== markerId && settled.state !== "settled" && !marks.some((mark) => mark.markerId === markerId);
