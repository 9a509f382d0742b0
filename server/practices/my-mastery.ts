import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { LOOKS_AT, masteryOf, type TopicMastery } from "#domain/practices/mastery.ts";

/**
 * How well the person knows each topic (the category of a question), by the last answers everywhere: practice, texts, quizzes, and contests
 * whose mistakes may be told. The judge's door: rightness in papers is read.
 */
export async function myMastery(db: Db | Tx, personId: number): Promise<TopicMastery[]> {
  const { rows } = await db.execute<{ category: string; is_right: boolean }>(sql`
    select category, is_right from (
      select v.category, g.is_right, row_number() over (partition by v.category order by g.answered_at desc) as place
      from (
        select a.version_id, a.is_right, a.answered_at from practices p join practice_answers a on a.practice_id = p.id where p.person_id = ${personId}
        union all select question_version_id, is_right, answered_at from check_answers where person_id = ${personId}
        union all select t.version_ids[s.slot + 1], s.is_right, s.received_at from attempts t join answers s on s.attempt_id = t.id
          where t.person_id = ${personId} and jsonb_typeof(s.response) <> 'null'
            and (t.mistakes_noted_at is not null or (t.entry_id is null and t.state = 'finished'
              and not exists (select 1 from rehearsals r where r.attempt_id = t.id)))
      ) g join question_versions v on v.id = g.version_id where v.category <> ''
    ) ranked where place <= ${LOOKS_AT} order by category, place`);
  return masteryOf(rows.map((row) => ({ topic: row.category, isRight: row.is_right })));
}
