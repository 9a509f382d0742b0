import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { keptQuestionIds } from "#server/reviews/kept-for-contests.ts";

/** Those of a rehearsal's versions of which nothing is told now: kept for a contest, this one or another, or in a paper the person is sitting. */
export async function keptAmong(db: Db | Tx, personId: number, versionIds: readonly number[], now: Date): Promise<Set<number>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select v.id from question_versions v where v.id = any(${sql.param([...versionIds])}::bigint[]) and (v.question_id in ${keptQuestionIds(now)}
      or exists (select 1 from attempts a join question_versions w on w.id = any(a.version_ids)
        where a.person_id = ${personId} and a.state = 'in_progress' and a.entry_id is not null and w.question_id = v.question_id))`);
  return new Set(rows.map(({ id }) => Number(id)));
}
