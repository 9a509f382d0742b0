import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { itemAttendances, openPoints, programmeItems, quizAttempts } from "#db/schema/programmes.ts";

/** What programmes keep about oneself, for the own export: tries at quizzes, presence at meetings, open points one answers for or wrote. */
export async function myProgrammeData(db: Db, personId: number) {
  const { title } = programmeItems;
  const point = { body: openPoints.body, measure: openPoints.measure, createdAt: openPoints.createdAt, closedAt: openPoints.closedAt };
  return {
    quizAttempts: await db
      .select({ item: title, attemptId: quizAttempts.attemptId, number: quizAttempts.number })
      .from(quizAttempts)
      .innerJoin(programmeItems, eq(programmeItems.id, quizAttempts.itemId))
      .where(eq(quizAttempts.personId, personId))
      .orderBy(asc(quizAttempts.attemptId)),
    attendances: await db
      .select({ item: title, mode: itemAttendances.mode, notedAt: itemAttendances.notedAt })
      .from(itemAttendances)
      .innerJoin(programmeItems, eq(programmeItems.id, itemAttendances.itemId))
      .where(eq(itemAttendances.personId, personId)),
    openPointsOwned: await db.select(point).from(openPoints).where(eq(openPoints.ownerId, personId)),
    openPointsWritten: await db.select(point).from(openPoints).where(eq(openPoints.createdBy, personId)),
  };
}
