import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { contests, liveChanges } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { writtenText } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { findContest } from "./find-contest.ts";

/** Calls a contest off: nobody starts any more, nothing is shown as a result; what was answered stays as facts. */
export const cancelContest = command({
  at: "POST /api/desk/contests/:slug/cancel",
  input: z.strictObject({ slug: z.string().max(80), reason: writtenText(500) }),
  output: z.object({ cancelledAt: z.date() }),
  refusals: ["already-published-results", "already-cancelled"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { reason }, context) {
    if (contest.resultsAt) throw new Refusal("already-published-results");
    const [cancelled] = await tx
      .update(contests)
      .set({ cancelledAt: context.now })
      .where(and(eq(contests.id, contest.id), isNull(contests.cancelledAt)))
      .returning({ id: contests.id });
    if (!cancelled) throw new Refusal("already-cancelled");
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "cancelled", changedAt: context.now });
    await writeAudit(tx, {
      context,
      action: "contest.cancel",
      object: "contest",
      objectId: contest.id,
      branchId: contest.branchId,
      reason,
    });
    return { cancelledAt: context.now };
  },
});
