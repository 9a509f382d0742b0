import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { contests, liveChanges } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { lineTakes } from "#domain/papers/pool-index.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { asks, checkedPaper, paperOf, refuseEssays, refuseUnlevelled } from "./check-paper.ts";
import { storePool } from "./contest-pool.ts";
import { findContest } from "./find-contest.ts";

/** Publishes a draft: freezes the pool it draws from, and from now on its rules stand. */
export const publishContest = command({
  at: "POST /api/desk/contests/:slug/publish",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ publishedAt: z.date() }),
  refusals: [
    "pool-too-small",
    "paper-not-published",
    "essays-wait",
    "levels-questions",
    "levels-worth",
    "already-published",
    "window-is-over",
    "cancelled",
  ],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, context) {
    const { now } = context;
    if (contest.cancelledAt) throw new Refusal("cancelled");
    if (contest.closesAt <= now) throw new Refusal("window-is-over", { field: "closesAt" });
    // A paper is copied now: what is changed in it later touches no contest that is out.
    const paper = await paperOf(tx, contest, context.viewer);
    const [published] = await tx
      .update(contests)
      .set({ publishedAt: now, ...paper })
      .where(and(eq(contests.id, contest.id), isNull(contests.publishedAt)))
      .returning({ id: contests.id });
    if (!published) throw new Refusal("already-published");
    const bank = await checkedPaper(tx, contest.path, paper);
    refuseUnlevelled(contest.rules, paper);
    refuseEssays(contest.rules, paper, bank);
    await storePool(tx, contest.id, bank, (question) =>
      asks(paper, (lines) => lines.some((line) => lineTakes(line, question)), question.questionId),
    );
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "published", changedAt: now });
    await writeAudit(tx, { context, action: "contest.publish", object: "contest", objectId: contest.id, branchId: contest.branchId });
    return { publishedAt: now };
  },
});
