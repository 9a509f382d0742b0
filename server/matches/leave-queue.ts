import { eq } from "drizzle-orm";
import { z } from "zod";
import { matchWaiters } from "#db/schema/matches.ts";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";
import { findOpenMatchId } from "./find-match.ts";
import { lockQueue, noQueue, playing, queueSchema } from "./match-queue.ts";

/** Does not wait any more. A match that has begun in the meantime is told. */
export const leaveQueue = command({
  at: "POST /api/match-queue/leave",
  input: z.strictObject({}),
  output: queueSchema,
  door: "judge",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, _input, { viewer: { personId }, now }) {
    await lockQueue(tx);
    await tx.delete(matchWaiters).where(eq(matchWaiters.personId, personId));
    const matchId = await findOpenMatchId(tx, personId);
    return matchId === undefined ? noQueue(now) : playing(matchId, now);
  },
});
