import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { favourites, practiceAnswers, practices } from "#db/schema/practices.ts";

/** The own runs of practice, every answer in them, and the starred questions with their notes, for the own export. */
export async function myPracticeData(db: Db, personId: number) {
  const { id, mode, day, category, startedAt, finishedAt, rightCount, answered } = practices;
  const { practiceId, slot, response, isRight, tookMs, answeredAt } = practiceAnswers;
  return {
    practices: await db
      .select({ id, mode, day, category, startedAt, finishedAt, rightCount, answered })
      .from(practices)
      .where(eq(practices.personId, personId))
      .orderBy(asc(id)),
    practiceAnswers: await db
      .select({ practiceId, slot, response, isRight, tookMs, answeredAt })
      .from(practiceAnswers)
      .innerJoin(practices, eq(id, practiceId))
      .where(eq(practices.personId, personId))
      .orderBy(asc(practiceId), asc(slot)),
    favourites: await db
      .select({ questionId: favourites.questionId, note: favourites.note, keptAt: favourites.keptAt })
      .from(favourites)
      .where(eq(favourites.personId, personId)),
  };
}
