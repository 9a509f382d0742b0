import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { AttemptState } from "#domain/attempts/attempt-states.ts";

/** An attempt at a quiz of a programme; no answer, no mark. */
export type QuizSubject = Readonly<{
  id: number;
  personId: number;
  itemId: number;
  number: number;
  seed: string;
  versionIds: readonly number[];
  worths: readonly number[];
  startedAt: Date;
  dueAt: Date;
  endsAt: Date;
  finishedAt: Date | null;
  state: AttemptState;
  programme: Readonly<{ slug: string; title: string; titleEn: string }>;
  item: Readonly<{ title: string; titleEn: string; mastery: number | null; attempts: number | null }>;
}>;

type Row = {
  id: string;
  person_id: string;
  item_id: string;
  number: number;
  seed: string;
  version_ids: string[];
  worths: number[];
  started_at: Date;
  due_at: Date;
  ends_at: Date;
  finished_at: Date | null;
  state: AttemptState;
  slug: string;
  programme_title: string;
  programme_title_en: string;
  title: string;
  title_en: string;
  mastery: number | null;
  allowed: number | null;
};

/** The attempt of that number, when it is one at a quiz. */
export async function findQuiz(tx: Db | Tx, id: number): Promise<QuizSubject | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    select a.id, a.person_id, q.item_id, q.number, a.seed, a.version_ids, a.worths, a.started_at, a.due_at, a.ends_at, a.finished_at, a.state,
      p.slug, p.title as programme_title, p.title_en as programme_title_en, i.title, i.title_en, i.mastery, (i.quiz->>'attempts')::int as allowed
    from quiz_attempts q join attempts a on a.id = q.attempt_id join programme_items i on i.id = q.item_id
    join programmes p on p.id = i.programme_id where a.id = ${id}`);
  const row = rows[0];
  if (!row) return undefined;
  return {
    id: Number(row.id),
    personId: Number(row.person_id),
    itemId: Number(row.item_id),
    number: row.number,
    seed: row.seed,
    versionIds: row.version_ids.map(Number),
    worths: row.worths,
    startedAt: new Date(row.started_at),
    dueAt: new Date(row.due_at),
    endsAt: new Date(row.ends_at),
    finishedAt: row.finished_at && new Date(row.finished_at),
    state: row.state,
    programme: { slug: row.slug, title: row.programme_title, titleEn: row.programme_title_en },
    item: { title: row.title, titleEn: row.title_en, mastery: row.mastery, attempts: row.allowed },
  };
}
