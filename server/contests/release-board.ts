import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { contests, liveChanges } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { type ContestSubject, findContest } from "./find-contest.ts";

/** Refuses while somebody answers, or may begin to: what is opened now would not be the end of it. */
export async function refuseWhileRunning(tx: Tx, contest: ContestSubject, now: Date): Promise<void> {
  if (phaseOf(phasedContest(contest), now) !== "closed") throw new Refusal("not-closed-yet");
  const running = await tx.execute(
    sql`select 1 from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contest.id} and a.state = 'in_progress' limit 1`,
  );
  if (running.rows.length > 0) throw new Refusal("still-running");
}

/** Lets everybody see the true board from now on (D6): after the ceremony, or without one. It cannot be taken back. */
export const releaseBoard = command({
  at: "POST /api/desk/contests/:slug/release",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ releasedAt: z.date() }),
  refusals: ["not-frozen", "not-closed-yet", "still-running"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, context) {
    const { now } = context;
    if (contest.frozenAt === null || contest.releasedAt !== null) throw new Refusal("not-frozen");
    await refuseWhileRunning(tx, contest, now);
    const [released] = await tx
      .update(contests)
      .set({ releasedAt: now })
      .where(and(eq(contests.id, contest.id), isNull(contests.releasedAt)))
      .returning({ id: contests.id });
    if (!released) throw new Refusal("not-frozen");
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "released", changedAt: now });
    await writeAudit(tx, { context, action: "contest.release", object: "contest", objectId: contest.id, branchId: contest.branchId });
    return { releasedAt: now };
  },
});
