import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { liveChanges } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { findAttempt } from "./find-attempt.ts";

/** The attempt, held: of two devices that take it at once the later has it, and the earlier is told. */
async function lockAttempt(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from attempts where id = ${id} for no key update`);
  return findAttempt(tx, id);
}

/**
 * This device answers from now on: one at a time. The one before is told at once (its stream) and with its next save (taken-over), keeps
 * what was typed, and may take the seat back the same way.
 */
export const takeSeat = command({
  at: "POST /api/attempts/:id/seat",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({ tookOver: z.boolean() }),
  refusals: ["attempt-over"],
  door: "play",
  load: (tx, { id }) => lockAttempt(tx, id),
  may: can.sitAttempt,
  async run(tx, attempt, { id }, { viewer, now }) {
    if (attempt.state !== "in_progress") throw new Refusal("attempt-over");
    if (attempt.seat === viewer.sessionId) return { tookOver: false };
    await tx.update(attempts).set({ seat: viewer.sessionId }).where(eq(attempts.id, id));
    const tookOver = attempt.seat !== null;
    if (tookOver)
      await tx.insert(liveChanges).values({ contestId: attempt.contestId, change: "time", entryId: attempt.entryId, changedAt: now });
    return { tookOver };
  },
});
