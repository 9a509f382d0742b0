import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { hasResults, isOver, keysMoment } from "#server/reviews/kept-for-contests.ts";
import { isMistake } from "#server/reviews/mistakes.ts";
import { noteAnswers } from "#server/reviews/note-answers.ts";

/** So many papers in one transaction: what is locked is let go soon. */
const AT_ONCE = 50;

type Mistake = { person_id: string; question_id: string; version_id: string };

/**
 * Puts the wrong answers of contests into the wrong-book, once a contest's printed rules have opened the keys to who wrote the paper, and
 * never before (B10); where keys stay shut, never. An answer counts from now, when it is told. Each paper once, however many workers do it.
 */
export async function noteContestMistakes(now: Date): Promise<number> {
  return database("judge").transaction(async (tx) => {
    const { rows: papers } = await tx.execute<{ id: string }>(sql`
      select a.id from attempts a join entries e on e.id = a.entry_id join contests k on k.id = e.contest_id
      where a.mistakes_noted_at is null and a.state = 'finished' and k.published_at is not null and k.cancelled_at is null
        and case ${keysMoment} when 'submitted' then true when 'closed' then ${isOver} when 'published' then coalesce(${hasResults(now)}, false)
          else false end
      order by a.id limit ${AT_ONCE} for update of a skip locked`);
    if (papers.length === 0) return 0;
    const ids = sql.param(papers.map(({ id }) => id));
    const { rows } = await tx.execute<Mistake>(sql`
      select distinct on (a.person_id, v.question_id) a.person_id, v.question_id, v.id as version_id
      from attempts a join answers s on s.attempt_id = a.id join question_versions v on v.id = a.version_ids[s.slot + 1]
      where a.id = any(${ids}::bigint[]) and ${isMistake} order by a.person_id, v.question_id, v.id desc`);
    const mistakes = rows.map((row) => ({
      personId: Number(row.person_id),
      questionId: Number(row.question_id),
      versionId: Number(row.version_id),
      isRight: false,
      cause: "contest" as const,
    }));
    await noteAnswers(tx, mistakes, now);
    await tx.execute(sql`update attempts set mistakes_noted_at = ${now} where id = any(${ids}::bigint[])`);
    return papers.length;
  });
}
