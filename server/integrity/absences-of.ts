import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { attemptAbsences } from "#db/schema/integrity.ts";
import { ABSENCE_CAUSES } from "#domain/integrity/absences.ts";

export const absenceSchema = z.object({
  id: z.number(),
  leftAt: z.date(),
  lastedMs: z.number(),
  cause: z.enum(ABSENCE_CAUSES),
  hidden: z.boolean(),
  /** What the person said about it last; "": nothing. */
  note: z.string(),
});

/** The absences of one attempt in the order in which they were. */
export function absencesOf(db: Db, attemptId: number) {
  const { id, leftAt, lastedMs, cause, hidden } = attemptAbsences;
  const note = sql<string>`coalesce((select n.note from absence_notes n where n.absence_id = attempt_absences.id order by n.id desc limit 1), '')`;
  return db
    .select({ id, leftAt, lastedMs, cause, hidden, note })
    .from(attemptAbsences)
    .where(eq(attemptAbsences.attemptId, attemptId))
    .orderBy(asc(leftAt), asc(id));
}
