import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { isMistake } from "./mistakes.ts";

/** A question of papers that told the wrong-book of their mistakes at one moment: one mistake, in however many of these papers. */
export type Noted = Readonly<{ personId: number; questionId: number; versionId: number; notedAt: Date; isMistake: boolean }>;
type NotedRow = { person_id: string; question_id: string; noted_at: Date; is_mistake: boolean };

/** How a contest's papers stand with a version, of those whose mistakes were noted; `personId`: of one person. */
export async function notedOf(tx: Tx, contestId: number, versionId: number, personId?: number): Promise<Noted[]> {
  const { rows } = await tx.execute<NotedRow>(sql`
    with asked as (
      select distinct a.person_id, a.mistakes_noted_at from attempts a join entries e on e.id = a.entry_id
      where e.contest_id = ${contestId} and ${versionId}::bigint = any(a.version_ids) and a.mistakes_noted_at is not null
        and a.person_id = coalesce(${personId ?? null}::bigint, a.person_id)
    )
    select a.person_id, v.question_id, a.mistakes_noted_at as noted_at, coalesce(bool_or(${isMistake}), false) as is_mistake
    from asked join attempts a on a.person_id = asked.person_id and a.mistakes_noted_at = asked.mistakes_noted_at
      join answers s on s.attempt_id = a.id join question_versions v on v.id = a.version_ids[s.slot + 1]
    where v.question_id = (select question_id from question_versions where id = ${versionId})
    group by 1, 2, 3 order by 1, 3`);
  return rows.map((row) => ({
    ...{ personId: Number(row.person_id), questionId: Number(row.question_id), versionId },
    ...{ notedAt: new Date(row.noted_at), isMistake: row.is_mistake },
  }));
}
