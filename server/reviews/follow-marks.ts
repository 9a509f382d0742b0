import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Rating } from "#domain/reviews/rating.ts";
import { type RuledCard, ruledCard, type StoredCard } from "#domain/reviews/ruled-card.ts";
import { noteAnswers, stillCounts } from "./note-answers.ts";
import type { Noted } from "./noted-mistakes.ts";

const nameOf = ({ personId, notedAt }: Pick<Noted, "personId" | "notedAt">) => `${personId}/${notedAt.getTime()}`;

const pairsOf = (noted: readonly Noted[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(noted.map(({ personId, questionId, notedAt }) => ({ person: personId, question: questionId, noted: notedAt })))}::jsonb)
    as n (person bigint, question bigint, noted timestamptz)`;

/** What was right when it was noted and is wrong now: told now, as an answer of a contest is, and remembered as this mistake. */
async function tellNew(tx: Tx, noted: readonly Noted[], now: Date): Promise<void> {
  if (noted.length === 0) return;
  await noteAnswers(
    tx,
    noted.map(({ personId, questionId, versionId }) => ({ personId, questionId, versionId, isRight: false, cause: "contest" as const })),
    now,
  );
  await tx.execute(sql`
    insert into ruled_mistakes (person_id, question_id, noted_at, told_at, log_id)
    select n.person, n.question, n.noted, ${now}, (select max(r.id) from review_log r
      where r.person_id = n.person and r.question_id = n.question and r.cause = 'contest' and r.reviewed_at = ${now})
    from ${pairsOf(noted)} order by 1, 2, 3`);
}

/** Takes mistakes out of the count, or back into it, where they are known. Returns those that nothing is known of. */
async function moveKnown(tx: Tx, noted: readonly Noted[], isTaken: boolean, now: Date): Promise<void> {
  const moment = isTaken ? sql`${now}::timestamptz` : sql`null`;
  await tx.execute(sql`
    insert into ruled_mistakes (person_id, question_id, noted_at, told_at, log_id, taken_back_at)
    select n.person, n.question, n.noted, n.noted, (select max(r.id) from review_log r
      where r.person_id = n.person and r.question_id = n.question and r.cause = 'contest' and r.reviewed_at = n.noted), ${moment}
    from ${pairsOf(noted)} order by 1, 2, 3
    on conflict (person_id, question_id, noted_at) do update set taken_back_at = excluded.taken_back_at`);
}

type CardRow = {
  person_id: string;
  question_id: string;
  told_at: Date;
  wrong_count: number;
  wrong_at: Date | null;
  created_at: Date;
  removed_at: Date | null;
  removed_by: StoredCard["removedBy"];
  is_starred: boolean;
  exam_on: string | null;
  log: readonly { rating: Rating; at: string }[] | null;
};

/**
 * The log of card `c` without the moved mistake `x`, or with it. Of a card that was begun anew (its key changed) only what came since
 * counts: as many rows as it has reviews, and a mistake that comes back only where the key is still the one it was made by.
 */
const logOf = (isTaken: boolean) => {
  const keyOf = (version: ReturnType<typeof sql>) => sql`(select key from question_keys where version_id = ${version})`;
  const own = sql`review_log r where r.person_id = c.person_id and r.question_id = c.question_id`;
  return isTaken
    ? sql`select * from (select r.* from ${own} and (r.id = x.log_id or ${stillCounts}) order by r.id desc limit c.reviews) l where l.id is distinct from x.log_id`
    : sql`select * from (select r.* from ${own} and r.id is distinct from x.log_id and ${stillCounts} order by r.id desc limit c.reviews) l
      union all select r.* from ${own} and r.id = x.log_id and ${keyOf(sql`r.version_id`)} is not distinct from ${keyOf(sql`q.published_version_id`)}`;
};

/** The cards of moved mistakes with the reviews that count after the move. The cards have been locked. */
async function readCards(tx: Tx, noted: readonly Noted[], isTaken: boolean): Promise<CardRow[]> {
  const { rows } = await tx.execute<CardRow>(sql`
    select c.person_id, c.question_id, x.told_at, c.wrong_count, c.wrong_at, c.created_at, c.removed_at, c.removed_by, s.exam_on::text,
      exists (select 1 from favourites f where f.person_id = c.person_id and f.question_id = c.question_id) as is_starred,
      (select jsonb_agg(jsonb_build_object('rating', own.rating, 'at', own.reviewed_at) order by own.id) from (${logOf(isTaken)}) own) as log
    from ${pairsOf(noted)} join review_cards c on c.person_id = n.person and c.question_id = n.question
      join questions q on q.id = c.question_id
      join ruled_mistakes x on x.person_id = n.person and x.question_id = n.question and x.noted_at = n.noted
      left join review_settings s on s.person_id = c.person_id
    order by c.person_id, c.question_id`);
  return rows;
}

const dateOf = (at: Date | null) => (at === null ? null : new Date(at));

function ruledOf(row: CardRow, isTaken: boolean, now: Date): RuledCard {
  const { person_id, question_id, exam_on, wrong_count, removed_by, is_starred } = row;
  const card: StoredCard = {
    ...{ wrongCount: wrong_count, wrongAt: dateOf(row.wrong_at), createdAt: new Date(row.created_at) },
    ...{ removedAt: dateOf(row.removed_at), removedBy: removed_by, isStarred: is_starred },
  };
  const log = (row.log ?? []).map(({ rating, at }) => ({ rating, reviewedAt: new Date(at) }));
  return ruledCard(card, log, { isTaken, toldAt: new Date(row.told_at) }, { now, name: `${person_id}.${question_id}`, examOn: exam_on });
}

async function moveMistakes(tx: Tx, noted: readonly Noted[], isTaken: boolean, now: Date): Promise<void> {
  if (noted.length === 0) return;
  await tx.execute(sql`
    select 1 from review_cards c join ${pairsOf(noted)} on c.person_id = n.person and c.question_id = n.question
    order by c.person_id, c.question_id for update of c`);
  await moveKnown(tx, noted, isTaken, now);
  const cards = (await readCards(tx, noted, isTaken)).map((row) => ({
    ...{ person: row.person_id, question: row.question_id },
    ...ruledOf(row, isTaken, now),
  }));
  await tx.execute(sql`
    update review_cards c set wrong_count = r."wrongCount", wrong_at = r."wrongAt", removed_at = r."removedAt", removed_by = r."removedBy",
      stability = r.stability, difficulty = r.difficulty, due_at = r."dueAt", reviewed_at = r."reviewedAt", reviews = r.reviews,
      lapses = r.lapses, good_in_row = r."goodInRow"
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as r (person bigint, question bigint, "wrongCount" int, "wrongAt" timestamptz,
      "removedAt" timestamptz, "removedBy" text, stability float8, difficulty float8, "dueAt" timestamptz, "reviewedAt" timestamptz, reviews int,
      lapses int, "goodInRow" int)
    where c.person_id = r.person and c.question_id = r.question`);
}

/**
 * Lets the wrong-book follow marks that a ruling or a hand has changed: `before` as notedOf said it before, `after` as it says it now.
 * Papers whose mistakes were not told yet tell them by the marks that stand then. Returns how many cards moved.
 */
export async function followMarks(tx: Tx, before: readonly Noted[], after: readonly Noted[], now: Date): Promise<number> {
  const was = new Map(before.map((noted) => [nameOf(noted), noted.isMistake]));
  // A place that was left empty gets an answer of its own once it is given points: it was no mistake before.
  const moved = after.filter((noted) => (was.get(nameOf(noted)) ?? false) !== noted.isMistake);
  const taken = moved.filter((noted) => !noted.isMistake);
  const known = await knownOf(
    tx,
    moved.filter((noted) => noted.isMistake),
  );
  const back = moved.filter((noted) => noted.isMistake && known.has(nameOf(noted)));
  const fresh = moved.filter((noted) => noted.isMistake && !known.has(nameOf(noted)));
  await moveMistakes(tx, taken, true, now);
  await moveMistakes(tx, back, false, now);
  await tellNew(tx, fresh, now);
  return moved.length;
}

async function knownOf(tx: Tx, noted: readonly Noted[]): Promise<Set<string>> {
  if (noted.length === 0) return new Set();
  const { rows } = await tx.execute<{ person_id: string; noted_at: Date }>(sql`
    select x.person_id, x.noted_at from ruled_mistakes x join ${pairsOf(noted)}
      on x.person_id = n.person and x.question_id = n.question and x.noted_at = n.noted where x.taken_back_at is not null`);
  return new Set(rows.map(({ person_id, noted_at }) => nameOf({ personId: Number(person_id), notedAt: new Date(noted_at) })));
}
