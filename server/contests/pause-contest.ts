import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { contests, liveChanges } from "#db/schema/contests.ts";
import { contestPauses } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { writtenText } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { type ContestSubject, findContest } from "./find-contest.ts";
import { moveDueTimes } from "./move-due-times.ts";

/** A contest, held: pausing and resuming take turns, so that no clock is moved twice. */
export async function lockContest(tx: Tx, slug: string): Promise<ContestSubject | undefined> {
  await tx.select({ id: contests.id }).from(contests).where(eq(contests.slug, slug)).for("update");
  return findContest(tx, slug);
}

async function branchOf(tx: Tx, contest: ContestSubject, branchId: number | undefined): Promise<number> {
  const branch = branchId === undefined ? undefined : await findBranch(tx, branchId);
  if (!branch?.path.startsWith(contest.path)) throw new Refusal("not-in-this-contest", { field: "branchId" });
  return branch.id;
}

/**
 * Stops the clocks of everybody, or of a branch with all below it, for so long at most: every due time and the close move by it at once, and
 * back when it is resumed sooner. A power cut that outlasts it is another pause, never a contest that stands still for ever. What arrives
 * meanwhile is saved: it was in time (D1).
 */
export const pauseContest = command({
  at: "POST /api/desk/contests/:slug/pause",
  input: z.strictObject({
    slug: z.string().max(80),
    to: z.enum(["all", "branch"]),
    branchId: blankable(idSchema),
    minutes: z.coerce.number().int().min(1).max(240),
    reason: writtenText(500),
  }),
  output: z.object({ moved: z.number() }),
  refusals: ["not-running", "not-in-this-contest", "already-paused"],
  door: "desk",
  load: (tx, { slug }) => lockContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { to, branchId: asked, minutes, reason }, context) {
    const { viewer, now } = context;
    const phase = phaseOf(phasedContest(contest), now);
    if (phase !== "open" && phase !== "closing") throw new Refusal("not-running");
    const branchId = to === "branch" ? await branchOf(tx, contest, asked) : null;
    const { contestId, branchId: branch, endsAt } = contestPauses;
    const same = branchId === null ? isNull(branch) : eq(branch, branchId);
    if ((await tx.$count(contestPauses, and(eq(contestId, contest.id), same, gt(endsAt, now)))) > 0) throw new Refusal("already-paused");
    const until = new Date(now.getTime() + minutes * 60_000);
    await tx
      .insert(contestPauses)
      .values({ contestId: contest.id, branchId, startsAt: now, endsAt: until, reason, pausedBy: viewer.personId });
    const moved = await moveDueTimes(tx, contest, now);
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "time", changedAt: now });
    await writeAudit(tx, {
      ...{ context, action: "contest.pause", object: "contest", objectId: contest.id, branchId: contest.branchId },
      ...{ after: { to, branchId, minutes, moved }, reason },
    });
    return { moved };
  },
});
