import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { contests, liveChanges } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { isFrozen } from "#domain/boards/freeze.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { countWaiting } from "#server/marking/read-essays.ts";
import { payContest } from "#server/points/contest-points.ts";
import { command } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { findContest } from "./find-contest.ts";

/**
 * Publishes the results: after the close, when every attempt has ended. What the rules keep until now opens with it. Refused while the board is
 * frozen: it is released by its own command, after the ceremony, so that no press of this button ends a freeze (D6).
 */
export const publishResults = command({
  at: "POST /api/desk/contests/:slug/results",
  input: z.strictObject({
    slug: z.string().max(80),
    /** How long results may be appealed; boards say so until then (D7). */
    appealHours: z.coerce.number().int().min(0).max(336).default(24),
  }),
  output: z.object({ resultsAt: z.date() }),
  refusals: ["not-closed-yet", "still-running", "answers-wait", "board-frozen", "already-published-results"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { appealHours }, context) {
    const phase = phaseOf(phasedContest(contest), context.now);
    if (phase === "published") throw new Refusal("already-published-results");
    if (phase !== "closed") throw new Refusal("not-closed-yet");
    if (isFrozen(contest, context.now)) throw new Refusal("board-frozen");
    const running = await tx.execute(
      sql`select 1 from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contest.id} and a.state = 'in_progress' limit 1`,
    );
    if (running.rows.length > 0) throw new Refusal("still-running");
    const count = await countWaiting(tx, contest.id);
    if (count > 0) throw new Refusal("answers-wait", { count });
    const [published] = await tx
      .update(contests)
      .set({ resultsAt: context.now, appealUntil: new Date(context.now.getTime() + appealHours * 3_600_000) })
      .where(and(eq(contests.id, contest.id), isNull(contests.resultsAt)))
      .returning({ id: contests.id });
    if (!published) throw new Refusal("already-published-results");
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "published", changedAt: context.now });
    await writeAudit(tx, { context, action: "contest.results", object: "contest", objectId: contest.id, branchId: contest.branchId });
    await payContest(tx, contest, context.now);
    return { resultsAt: context.now };
  },
});
