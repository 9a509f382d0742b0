import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { contests, entries } from "#db/schema/contests.ts";
import { absenceNotes, attemptAbsences, clarifications, sanctions } from "#db/schema/integrity.ts";

/** The own log of leaving the page with what one said about it, questions asked in contests, and sanctions that were carried out. */
export async function myIntegrityData(db: Db, personId: number) {
  const { attemptId, leftAt, lastedMs, cause, hidden } = attemptAbsences;
  const { question, askedAt, answer, isBroadcast, answeredAt } = clarifications;
  const { kind, milli, reason, decidedAt, liftedAt, liftReason } = sanctions;
  return {
    absences: await db
      .select({ attemptId, leftAt, lastedMs, cause, hidden })
      .from(attemptAbsences)
      .innerJoin(attempts, eq(attempts.id, attemptId))
      .where(eq(attempts.personId, personId))
      .orderBy(asc(attemptAbsences.id)),
    absenceNotes: await db
      .select({ attemptId, leftAt, note: absenceNotes.note, writtenAt: absenceNotes.writtenAt })
      .from(absenceNotes)
      .innerJoin(attemptAbsences, eq(attemptAbsences.id, absenceNotes.absenceId))
      .innerJoin(attempts, eq(attempts.id, attemptId))
      .where(eq(attempts.personId, personId))
      .orderBy(asc(absenceNotes.id)),
    contestQuestions: await db
      .select({ contest: contests.slug, question, askedAt, answer, isBroadcast, answeredAt })
      .from(clarifications)
      .innerJoin(contests, eq(contests.id, clarifications.contestId))
      .where(eq(clarifications.askedBy, personId))
      .orderBy(asc(clarifications.id)),
    sanctions: await db
      .select({ contest: contests.slug, kind, milli, reason, decidedAt, liftedAt, liftReason })
      .from(sanctions)
      .innerJoin(entries, eq(entries.id, sanctions.entryId))
      .innerJoin(contests, eq(contests.id, sanctions.contestId))
      .where(and(eq(entries.personId, personId), inArray(sanctions.state, ["applied", "lifted"])))
      .orderBy(asc(sanctions.id)),
  };
}
