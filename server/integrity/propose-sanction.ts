import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { entries } from "#db/schema/contests.ts";
import { integrityFlags, sanctions } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { SANCTION_KINDS } from "#domain/integrity/sanctions.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";

const POINT_MILLI = 1_000;

async function refuseUnlessOf(tx: Tx, contestId: number, entryId: number, flagId: number | undefined): Promise<void> {
  const entry = await tx.$count(entries, and(eq(entries.id, entryId), eq(entries.contestId, contestId)));
  if (entry === 0) throw fieldRefusal("entryId", "not-in-this-contest");
  if (flagId === undefined) return;
  const flag = await tx.$count(integrityFlags, and(eq(integrityFlags.id, flagId), eq(integrityFlags.contestId, contestId)));
  if (flag === 0) throw fieldRefusal("flagId", "not-found");
}

/** Proposes what shall be done about somebody's entry. Nothing changes, and nobody is told, until somebody else has approved it. */
export const proposeSanction = command({
  at: "POST /api/desk/contests/:slug/sanctions",
  input: z.strictObject({
    slug: z.string().max(80),
    entryId: idSchema,
    kind: z.enum(SANCTION_KINDS),
    /** Of kind points: how many come off. */
    points: blankable(z.coerce.number().min(0.001).max(1_000_000)),
    reason: lineSchema(300),
    flagId: blankable(idSchema),
  }),
  output: z.object({ id: z.number() }),
  refusals: ["not-in-this-contest", "sanction-open", "points-missing"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { entryId, kind, points, reason, flagId }, context) {
    const { viewer, now } = context;
    await refuseUnlessOf(tx, contest.id, entryId, flagId);
    if (kind === "points" && points === undefined) throw fieldRefusal("points", "points-missing");
    const open = await tx.$count(sanctions, and(eq(sanctions.entryId, entryId), eq(sanctions.state, "proposed")));
    if (open > 0) throw new Refusal("sanction-open");
    const milli = kind === "points" ? Math.round((points ?? 0) * POINT_MILLI) : 0;
    const [made] = await tx
      .insert(sanctions)
      .values({ contestId: contest.id, entryId, flagId: flagId ?? null, kind, milli, reason, proposedBy: viewer.personId, proposedAt: now })
      .onConflictDoNothing()
      .returning({ id: sanctions.id });
    if (!made) throw new Refusal("sanction-open"); // somebody else was first
    await writeAudit(tx, {
      ...{ context, action: "sanction.propose", object: "sanction", objectId: made.id, branchId: contest.branchId },
      ...{ after: { contest: contest.title, entryId, kind, milli }, reason },
    });
    return { id: made.id };
  },
});
