import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { contestOverrides, liveChanges } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { writtenText } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { command } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { findContest } from "./find-contest.ts";
import { moveDueTimes } from "./move-due-times.ts";
import { findRosterPlace } from "./roster-place.ts";

type Target = { branchId: number | null; personId: number | null };

async function extensionSoFar(tx: Tx, contestId: number, { branchId, personId }: Target): Promise<number> {
  await tx.execute(sql`select 1 from contests where id = ${contestId} for update`);
  const { rows } = await tx.execute<{ ms: number }>(sql`
    select coalesce(max(extension_ms), 0)::int as ms from contest_overrides
    where contest_id = ${contestId} and branch_id is not distinct from ${branchId}::bigint and person_id is not distinct from ${personId}::bigint`);
  return rows[0]?.ms ?? 0;
}

const id = z.coerce.number().int().positive();

/**
 * Gives more time to one person, to a branch with all below it, or to everybody: added to limit and close (D1). Running attempts get their
 * new due time at once, and their pages are told.
 */
export const extendContest = command({
  at: "POST /api/desk/contests/:slug/extend",
  input: z.strictObject({
    slug: z.string().max(80),
    to: z.enum(["all", "branch", "person"]),
    branchId: id.optional(),
    personId: id.optional(),
    minutes: z.coerce
      .number()
      .int()
      .min(1)
      .max(24 * 60),
    reason: writtenText(500),
  }),
  output: z.object({ moved: z.number() }),
  refusals: ["contest-is-over", "not-in-this-contest"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { to, branchId, personId, minutes, reason }, context) {
    const { now, viewer } = context;
    const phase = phaseOf(phasedContest(contest), now);
    if (phase === "closed" || phase === "published" || phase === "cancelled") throw new Refusal("contest-is-over");
    if (to === "branch") {
      const branch = branchId === undefined ? undefined : await findBranch(tx, branchId);
      if (!branch?.path.startsWith(contest.path)) throw new Refusal("not-in-this-contest", { field: "branchId" });
    }
    if (to === "person" && (personId === undefined || !(await findRosterPlace(tx, contest, personId)))) {
      throw new Refusal("not-in-this-contest", { field: "personId" });
    }
    const target = { branchId: to === "branch" ? (branchId ?? null) : null, personId: to === "person" ? (personId ?? null) : null };
    await tx.insert(contestOverrides).values({
      contestId: contest.id,
      ...target,
      // Given again, it adds to what the same target was given before.
      extensionMs: (await extensionSoFar(tx, contest.id, target)) + minutes * 60_000,
      reason,
      createdBy: viewer.personId,
      createdAt: now,
    });
    const fresh = await findContest(tx, contest.slug);
    const moved = await moveDueTimes(tx, fresh ?? contest, now);
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "time", changedAt: now });
    await writeAudit(tx, {
      context,
      action: "contest.extend",
      object: "contest",
      objectId: contest.id,
      branchId: contest.branchId,
      after: { to, branchId, personId, minutes, moved },
      reason,
    });
    return { moved };
  },
});
