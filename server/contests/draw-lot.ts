import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { chanceOf, drawnPlaces } from "#domain/chance.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { type ContestSubject, findContest } from "./find-contest.ts";
import { invitePeople } from "./invite-people.ts";

/** Who may be drawn, in an order that does not depend on when they were added. */
async function audienceOf(tx: Tx, contest: ContestSubject, path: string): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from branches b join people p on p.branch_id = b.id
    where starts_with(b.path, ${path}) and p.disabled_at is null
      and (cardinality(${sql.param(contest.audienceTags)}::text[]) = 0 or p.tags && ${sql.param(contest.audienceTags)}::text[])
    order by p.id`);
  return rows.map(({ id }) => Number(id));
}

/**
 * A spot check (R22): so many people of a branch are drawn by lot, and the draft is for them alone. The seed is kept in the audit, so
 * that the draw can be done again and comes out the same. Drawing anew replaces the last draw; without `count` it is everybody's again.
 */
export const drawLot = command({
  at: "POST /api/desk/contests/:slug/lot",
  input: z.strictObject({
    slug: z.string().max(80),
    count: blankable(z.coerce.number().int().min(1).max(100_000)),
    branchId: blankable(idSchema),
  }),
  output: z.object({ drawn: z.number(), of: z.number() }),
  refusals: ["already-published", "lot-too-large", "makes-up", "teams-by-promotion"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { count, branchId }, context) {
    if (contest.publishedAt) throw new Refusal("already-published");
    if (contest.makesUpFor !== null) throw new Refusal("makes-up");
    if (contest.followsId !== null) throw new Refusal("teams-by-promotion");
    const branch = branchId === undefined ? { path: contest.path } : await findBranch(tx, branchId);
    if (!branch?.path.startsWith(contest.path)) throw fieldRefusal("branchId", "not-found");
    const audience = await audienceOf(tx, contest, branch.path);
    if (count !== undefined && count > audience.length) throw fieldRefusal("count", "lot-too-large", { have: audience.length });
    const seed = randomBytes(16).toString("hex");
    const drawn = count === undefined ? [] : drawnPlaces(audience.length, count, chanceOf(seed)).map((place) => audience[place] as number);
    await invitePeople(
      tx,
      contest.id,
      drawn.map((personId) => ({ personId, because: "lot" as const })),
      context.now,
    );
    if (count === undefined) await tx.update(contests).set({ entry: "audience" }).where(eq(contests.id, contest.id));
    const after = { seed, drawn: drawn.length, of: audience.length, branchId: branchId ?? contest.branchId };
    await writeAudit(tx, { context, action: "contest.lot", object: "contest", objectId: contest.id, branchId: contest.branchId, after });
    return { drawn: drawn.length, of: audience.length };
  },
});
