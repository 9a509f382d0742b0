import { z } from "zod";
import { matchWaiters } from "#db/schema/matches.ts";
import { can } from "#domain/access.ts";
import { MATCH_SIZES } from "#domain/matches/match-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { command, noSubject } from "#server/verb.ts";
import { findOpenMatchId } from "./find-match.ts";
import { hasMatchQuestions } from "./match-bank.ts";
import { findWaiting, goOnWaiting, lockQueue, playing, queueSchema } from "./match-queue.ts";
import { refuseInLightBurden } from "./refuse-in-light-burden.ts";
import { settleOwnMatch } from "./settle-match.ts";

/**
 * Asks for a duel or a race of four: waits for others who play about as well, or begins at once. Asked again, one waits on as before, or is
 * told the match that has begun. Not in light-burden mode.
 */
export const askForMatch = command({
  at: "POST /api/match-queue",
  input: z.strictObject({ size: z.coerce.number().pipe(z.union(MATCH_SIZES.map((size) => z.literal(size)))) }),
  output: queueSchema,
  refusals: ["light-burden", "too-few-for-match"],
  door: "judge",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, { size }, { viewer: { personId, branchPath }, now }) {
    await refuseInLightBurden(tx);
    await settleOwnMatch(tx, personId, now);
    await lockQueue(tx);
    // A statement of its own after the lock: it sees the match that another one's asking has made while this one waited.
    const matchId = await findOpenMatchId(tx, personId);
    if (matchId !== undefined) return playing(matchId, now);
    if (!(await hasMatchQuestions(tx, [branchPath], now))) throw new Refusal("too-few-for-match");
    const waiting = await findWaiting(tx, personId, now);
    const since = waiting?.size === size ? waiting.since : now;
    await tx
      .insert(matchWaiters)
      .values({ personId, size, since, seenAt: now })
      .onConflictDoUpdate({ target: matchWaiters.personId, set: { size, since, seenAt: now } });
    return goOnWaiting(tx, personId, size, now);
  },
});
