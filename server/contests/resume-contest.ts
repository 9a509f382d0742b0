import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { liveChanges } from "#db/schema/contests.ts";
import { contestPauses } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { moveDueTimes } from "./move-due-times.ts";
import { lockContest } from "./pause-contest.ts";

/** Lets the clocks run again before the pause is over: everybody has as long as was left when it began. */
export const resumeContest = command({
  at: "POST /api/desk/contests/:slug/resume",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ moved: z.number() }),
  refusals: ["not-paused"],
  door: "desk",
  load: (tx, { slug }) => lockContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, context) {
    const { viewer, now } = context;
    const ended = await tx
      .update(contestPauses)
      .set({ endsAt: now, resumedAt: now, resumedBy: viewer.personId })
      .where(and(eq(contestPauses.contestId, contest.id), gt(contestPauses.endsAt, now)))
      .returning({ id: contestPauses.id });
    if (ended.length === 0) throw new Refusal("not-paused");
    const moved = await moveDueTimes(tx, contest, now, true);
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "time", changedAt: now });
    await writeAudit(tx, {
      ...{ context, action: "contest.resume", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { pauses: ended.length, moved },
    });
    return { moved };
  },
});
