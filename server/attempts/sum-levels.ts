import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type LevelAnswer, levelsScore } from "#domain/attempts/levels.ts";

/** Totals that were just written; `per_level`: the length of a level where the contest is one of levels, null everywhere else. */
export type SummedRow = { attempt_id: string; per_level: number | null };

/** How many questions a level of an attempt's contest has, its rehearsals too; null in another format. */
export const perLevelOf = (attemptId: SQL): SQL => sql`(select (c.rules->'format'->>'perLevel')::int
  from attempts o left join entries e on e.id = o.entry_id left join rehearsals r on r.attempt_id = o.id
    join contests c on c.id = coalesce(e.contest_id, r.contest_id)
  where o.id = ${attemptId} and c.rules->'format'->>'kind' = 'levels')`;

/**
 * Where a contest goes by levels, the sum of marks is not the score: rows and last questions make more or less of them (D4.6). So the score is
 * reckoned from the verdicts that stand, in the order of the paper, and written over the sum; elsewhere nothing is done.
 */
export async function sumLevels(tx: Tx, summed: readonly SummedRow[]): Promise<void> {
  const perLevels = new Map(summed.flatMap((row) => (row.per_level === null ? [] : [[Number(row.attempt_id), row.per_level] as const])));
  if (perLevels.size === 0) return;
  const { rows } = await tx.execute<{ attempt_id: string; is_right: boolean; worth: number }>(sql`
    select n.attempt_id, n.is_right, a.worths[n.slot + 1] as worth from answers n join attempts a on a.id = n.attempt_id
    where n.attempt_id = any(${sql.param([...perLevels.keys()])}::bigint[]) order by n.attempt_id, n.slot`);
  const answers = Map.groupBy(rows, (row) => Number(row.attempt_id));
  const scores = [...perLevels].map(([id, perLevel]) => {
    const own = (answers.get(id) ?? []).map(({ is_right, worth }): LevelAnswer => ({ right: is_right, worth }));
    return { id, score: levelsScore(own, { perLevel }) };
  });
  await tx.execute(sql`update attempt_totals t set score_milli = r.score
    from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as r(id bigint, score int) where t.attempt_id = r.id`);
}
