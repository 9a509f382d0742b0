import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Member } from "#domain/people/viewer.ts";
import type { Candidate } from "#domain/practices/draw-daily.ts";
import type { QuestionKind } from "#domain/questions/question.ts";
import { keptQuestionIds } from "#server/reviews/kept-for-contests.ts";

export type BankQuestion = Candidate & Readonly<{ kind: QuestionKind; difficulty: number }>;
type Row = {
  question_id: string;
  version_id: string;
  category: string;
  kind: QuestionKind;
  difficulty: number;
  is_met: boolean;
};

/** Of `questions q`: those a person may practise. In use, of the own branch or one above it or everybody's, private ones the author's alone. */
const mayPractise = (viewer: Member, now: Date) => sql`
  q.state <> 'retired' and (q.branch_id is null or starts_with(${viewer.branchPath}, (select b.path from branches b where b.id = q.branch_id)))
  and (not q.is_private or q.created_by = ${viewer.personId}) and q.id not in ${keptQuestionIds(now)}`;

/**
 * The questions one may practise now, those of a running or coming contest left out; essays too, for no machine tells at once how right they
 * are. `isMet`: answered before, in practice or a text. `only`: a category with what is below it, or certain questions.
 */
export async function listPracticeBank(
  db: Db | Tx,
  viewer: Member,
  now: Date,
  only: Readonly<{ category?: string; questionIds?: readonly number[] }> = {},
): Promise<BankQuestion[]> {
  const { category, questionIds } = only;
  const inCategory = category ? sql`and (v.category = ${category} or starts_with(v.category, ${`${category}/`}))` : sql``;
  const among = questionIds ? sql`and q.id = any(${sql.param([...questionIds])}::bigint[])` : sql``;
  const { rows } = await db.execute<Row>(sql`
    with met as (
      select v.question_id from practices p join practice_answers a on a.practice_id = p.id join question_versions v on v.id = a.version_id
      where p.person_id = ${viewer.personId}
      union select v.question_id from check_answers c join question_versions v on v.id = c.question_version_id where c.person_id = ${viewer.personId})
    select q.id as question_id, v.id as version_id, v.category, v.kind, v.difficulty, q.id in (select question_id from met) as is_met
    from questions q join question_versions v on v.id = q.published_version_id
    where ${mayPractise(viewer, now)} and v.kind <> 'essay' ${inCategory} ${among} order by q.id`);
  return rows.map((row) => ({
    questionId: Number(row.question_id),
    versionId: Number(row.version_id),
    category: row.category,
    kind: row.kind,
    difficulty: row.difficulty,
    isMet: row.is_met,
  }));
}

/** Whether the person may practise the question now. */
export async function mayPractiseNow(db: Db | Tx, viewer: Member, questionId: number, now: Date): Promise<boolean> {
  return (await listPracticeBank(db, viewer, now, { questionIds: [questionId] })).length > 0;
}
