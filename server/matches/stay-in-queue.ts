import { eq } from "drizzle-orm";
import { z } from "zod";
import { matchWaiters } from "#db/schema/matches.ts";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";
import { findOpenMatchId } from "./find-match.ts";
import { findWaiting, goOnWaiting, lockQueue, noQueue, playing, queueSchema } from "./match-queue.ts";
import { refuseInLightBurden } from "./refuse-in-light-burden.ts";

/**
 * Says that one still waits: the screen does it every second, and who has not done it for ten does not wait any more. It brings nobody into
 * the queue who left it.
 */
export const stayInQueue = command({
  at: "POST /api/match-queue/stay",
  input: z.strictObject({}),
  output: queueSchema,
  refusals: ["light-burden"],
  door: "judge",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, _input, { viewer: { personId }, now }) {
    await refuseInLightBurden(tx);
    await lockQueue(tx);
    const matchId = await findOpenMatchId(tx, personId);
    if (matchId !== undefined) return playing(matchId, now);
    const waiting = await findWaiting(tx, personId, now);
    if (!waiting) return noQueue(now);
    await tx.update(matchWaiters).set({ seenAt: now }).where(eq(matchWaiters.personId, personId));
    return goOnWaiting(tx, personId, waiting.size, now);
  },
});
