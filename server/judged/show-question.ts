import { eq } from "drizzle-orm";
import { z } from "zod";
import { attempts } from "#db/schema/attempts.ts";
import { can } from "#domain/access.ts";
import { isOneByOne } from "#domain/contests/format.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { formatOf, listTold, lockJudged } from "./judged-attempt.ts";
import { refuseIdle } from "./refuse-idle.ts";

/** Lays the next question of a format that shows them one by one before the person: its clock begins now, once, however often it is asked. */
export const showQuestion = command({
  at: "POST /api/attempts/:id/show",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({ slot: z.number() }),
  refusals: ["not-judged-at-once", "attempt-over", "taken-over", "paused"],
  door: "judge",
  load: (tx, { id }) => lockJudged(tx, id),
  may: can.sitAttempt,
  async run(tx, attempt, { id }, { viewer, now }) {
    if (!isOneByOne(formatOf(attempt))) throw new Refusal("not-judged-at-once");
    await refuseIdle(tx, attempt, viewer, now);
    if (attempt.shownAt === null) await tx.update(attempts).set({ shownAt: now }).where(eq(attempts.id, id));
    return { slot: (await listTold(tx, id)).length };
  },
});
