import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { LOG_CAUSES, REVIEW_CAUSES } from "#domain/reviews/causes.ts";
import { type Effort, type Rating, ratingOf } from "#domain/reviews/rating.ts";
import { afterReview, countsAsReview, type Memory, type Scheduled } from "#domain/reviews/schedule.ts";

/** An answer that somebody has been told the verdict of, wherever it was given. */
export type Answered = Readonly<{
  personId: number;
  questionId: number;
  versionId: number;
  isRight: boolean;
  cause: (typeof LOG_CAUSES)[number];
  materialId?: number | null;
  effort?: Effort;
}>;

type Row = {
  person_id: string;
  question_id: string;
  stability: number | null;
  difficulty: number | null;
  reviewed_at: Date | null;
  reviews: number;
  lapses: number;
  good_in_row: number;
  last_rating: number | null;
  last_at: Date | null;
  exam_on: string | null;
};
type Reviewed = Readonly<{ answer: Answered; rating: Rating; after: Scheduled }>;

const nameOf = (answer: Pick<Answered, "personId" | "questionId">) => `${answer.personId}.${answer.questionId}`;
/** Always in one order, so that two who note for the same people wait for one another and do not deadlock. */
const inOrder = (one: Answered, other: Answered) => one.personId - other.personId || one.questionId - other.questionId;

/**
 * Tells the wrong-book of answers: a wrong one puts its question in it, or back; a right one is a review of a card that stands there.
 * What counts goes to review_log with what FSRS made of the card (D9). Of one card one answer at a time; a door that may write reviews.
 */
export async function noteAnswers(tx: Tx, answered: readonly Answered[], now: Date): Promise<void> {
  if (answered.length === 0) return;
  const answers = answered.toSorted(inOrder);
  await takeInWrong(tx, answers, now);
  const rows = new Map((await lockCards(tx, answers)).map((row) => [`${row.person_id}.${row.question_id}`, row]));
  await noteRight(tx, answers, now);
  const reviewed = answers.flatMap((answer) => {
    const row = rows.get(nameOf(answer));
    return row ? reviewOf(answer, row, now) : [];
  });
  await keep(tx, reviewed, now);
}

/** One answer of one person. */
export const noteAnswer = (tx: Tx, answer: Answered, now: Date): Promise<void> => noteAnswers(tx, [answer], now);

async function takeInWrong(tx: Tx, answers: readonly Answered[], now: Date): Promise<void> {
  const wrong = answers
    .filter(({ isRight }) => !isRight)
    .map(({ personId, questionId, versionId, cause, materialId }) => ({
      person: personId,
      question: questionId,
      version: versionId,
      // What is answered in the review stands in the book already; it has its cause.
      cause: (cause === "review" ? "practice" : cause) satisfies (typeof REVIEW_CAUSES)[number],
      material: materialId ?? null,
    }));
  if (wrong.length === 0) return;
  await tx.execute(sql`
    insert into review_cards (person_id, question_id, version_id, cause, material_id, created_at, wrong_at)
    select person, question, version, cause, material, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(wrong)}::jsonb) as w (person bigint, question bigint, version bigint, cause text, material bigint)
    order by person, question
    on conflict (person_id, question_id) do update set wrong_count = review_cards.wrong_count + 1, wrong_at = ${now}, removed_at = null, removed_by = null`);
}

const pairsOf = (answers: readonly Answered[]) => sql`
  jsonb_to_recordset(${JSON.stringify(answers.map(({ personId, questionId }) => ({ person: personId, question: questionId })))}::jsonb)
    as a (person bigint, question bigint)`;

/** Whether a row of the log `r` was not taken back by a ruling. */
export const stillCounts = sql`not exists (select 1 from ruled_mistakes x where x.log_id = r.id and x.taken_back_at is not null)`;

async function lockCards(tx: Tx, answers: readonly Answered[]): Promise<Row[]> {
  await tx.execute(sql`
    select 1 from review_cards c join ${pairsOf(answers)} on c.person_id = a.person and c.question_id = a.question
    order by c.person_id, c.question_id for update of c`);
  // A statement of its own after the lock: it sees what another one noted while this one waited.
  const { rows } = await tx.execute<Row>(sql`
    select c.person_id, c.question_id, c.stability, c.difficulty, c.reviewed_at, c.reviews, c.lapses, c.good_in_row, s.exam_on::text,
      l.rating as last_rating, l.reviewed_at as last_at
    from review_cards c join ${pairsOf(answers)} on c.person_id = a.person and c.question_id = a.question
    left join review_settings s on s.person_id = c.person_id
    left join lateral (select r.rating, r.reviewed_at from review_log r
      where r.person_id = c.person_id and r.question_id = c.question_id and ${stillCounts} order by r.id desc limit 1) l on c.reviewed_at is not null
    where c.removed_at is null`);
  return rows;
}

async function noteRight(tx: Tx, answers: readonly Answered[], now: Date): Promise<void> {
  const right = answers.filter(({ isRight }) => isRight);
  if (right.length === 0) return;
  await tx.execute(sql`
    update review_cards c set right_at = ${now} from ${pairsOf(right)}
    where c.person_id = a.person and c.question_id = a.question and c.removed_at is null`);
}

const memoryOf = (row: Row): Memory => ({
  stability: row.stability,
  difficulty: row.difficulty,
  reviewedAt: row.reviewed_at === null ? null : new Date(row.reviewed_at),
  reviews: row.reviews,
  lapses: row.lapses,
  goodInRow: row.good_in_row,
});

function reviewOf(answer: Answered, row: Row, now: Date): Reviewed[] {
  const rating = ratingOf(answer.isRight, answer.effort);
  const last = row.last_rating === null || row.last_at === null ? null : { rating: row.last_rating, reviewedAt: new Date(row.last_at) };
  if (!countsAsReview(last, rating, now)) return [];
  return [{ answer, rating, after: afterReview(memoryOf(row), rating, { now, name: nameOf(answer), examOn: row.exam_on }) }];
}

async function keep(tx: Tx, reviewed: readonly Reviewed[], now: Date): Promise<void> {
  if (reviewed.length === 0) return;
  const facts = reviewed.map(({ answer: { personId, questionId, versionId, cause }, rating, after }) => ({
    ...{ person: personId, question: questionId, version: versionId, cause, rating },
    ...{ s: after.stability, d: after.difficulty, due: after.dueAt, n: after.reviews, lapses: after.lapses, good: after.goodInRow },
    known: after.isKnown,
  }));
  const recordset = sql`jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as r (person bigint, question bigint, version bigint, cause text,
    rating int, s float8, d float8, due timestamptz, n int, lapses int, good int, known boolean)`;
  await tx.execute(sql`
    update review_cards c set stability = r.s, difficulty = r.d, due_at = r.due, reviewed_at = ${now}, reviews = r.n, lapses = r.lapses,
      good_in_row = r.good, version_id = r.version, removed_at = case when r.known then ${now}::timestamptz end,
      removed_by = case when r.known then 'known' end
    from ${recordset} where c.person_id = r.person and c.question_id = r.question`);
  await tx.execute(sql`
    insert into review_log (person_id, question_id, version_id, cause, rating, stability, difficulty, due_at, reviewed_at)
    select person, question, version, cause, rating, s, d, due, ${now} from ${recordset} order by person, question`);
}
