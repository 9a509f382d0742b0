import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { absenceNotes, attemptAbsences } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

const MOST = 20;

async function findAbsence(tx: Tx, id: number) {
  const [row] = await tx
    .select({ personId: attempts.personId })
    .from(attemptAbsences)
    .innerJoin(attempts, eq(attempts.id, attemptAbsences.attemptId))
    .where(eq(attemptAbsences.id, id));
  return row;
}

/** Somebody says what an absence of their own was: beside it wherever it is shown. What was said before stays in the archive. */
export const noteAbsence = command({
  at: "POST /api/absences/:id/note",
  input: z.strictObject({ id: idSchema, note: lineSchema(200) }),
  output: z.object({ id: z.number() }),
  refusals: ["noted-too-often"],
  door: "play",
  load: (tx, { id }) => findAbsence(tx, id),
  may: can.sitAttempt,
  async run(tx, _absence, { id, note }, { now }) {
    if ((await tx.$count(absenceNotes, eq(absenceNotes.absenceId, id))) >= MOST) throw new Refusal("noted-too-often", { most: MOST });
    await tx.insert(absenceNotes).values({ absenceId: id, note, writtenAt: now });
    return { id };
  },
});
