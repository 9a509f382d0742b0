import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { practiceAnswers, practices, questionSets } from "#db/schema/practices.ts";

const columns = {
  id: practices.id,
  personId: practices.personId,
  mode: practices.mode,
  setId: practices.setId,
  category: practices.category,
  versionIds: practices.versionIds,
  lives: practices.lives,
  worths: practices.worths,
  drafts: practices.drafts,
  dueAt: practices.dueAt,
  shownAt: practices.shownAt,
  startedAt: practices.startedAt,
  finishedAt: practices.finishedAt,
  rightCount: practices.rightCount,
  answered: practices.answered,
  /** The person's own factor on every clock (D16). */
  timePercent: people.timePercent,
  setTitle: questionSets.title,
  passPercent: practices.passPercent,
};

/** The person's own run of practice; nobody else's exists. */
export async function findPractice(db: Db | Tx, id: number, personId: number) {
  const [row] = await db
    .select(columns)
    .from(practices)
    .innerJoin(people, eq(people.id, practices.personId))
    .leftJoin(questionSets, eq(questionSets.id, practices.setId))
    .where(and(eq(practices.id, id), eq(practices.personId, personId)));
  return row;
}
export type Practice = NonNullable<Awaited<ReturnType<typeof findPractice>>>;

/** The same, locked to the end of the transaction and read after the lock. */
export async function lockPractice(tx: Tx, id: number, personId: number): Promise<Practice | undefined> {
  await tx
    .select({ id: practices.id })
    .from(practices)
    .where(and(eq(practices.id, id), eq(practices.personId, personId)))
    .for("update");
  return findPractice(tx, id, personId);
}

/** The verdicts of a run, by slot. */
export async function verdictsOf(db: Db | Tx, practiceId: number) {
  return db
    .select({
      slot: practiceAnswers.slot,
      versionId: practiceAnswers.versionId,
      response: practiceAnswers.response,
      mark: practiceAnswers.mark,
      isRight: practiceAnswers.isRight,
    })
    .from(practiceAnswers)
    .where(eq(practiceAnswers.practiceId, practiceId))
    .orderBy(practiceAnswers.slot);
}
