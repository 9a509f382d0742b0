import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { integrityFlags } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

async function lockFlag(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from integrity_flags where id = ${id} for update`);
  const { contestId, kind, verdict } = integrityFlags;
  const [row] = await tx.select({ contestId, kind, verdict }).from(integrityFlags).where(eq(integrityFlags.id, id));
  const contest = row && (await findContestById(tx, row.contestId));
  return contest && { ...row, contest, path: contest.path };
}

/**
 * A person has looked: nothing of it, or followed by a warning or a sanction (which are written and approved for themselves). The reason
 * stays with it; nothing else changes, and nobody is told that there was a hint.
 */
export const judgeFlag = command({
  at: "POST /api/desk/integrity-flags/:id",
  input: z.strictObject({ id: idSchema, verdict: z.enum(["dismissed", "warned", "sanctioned"]), reason: lineSchema(300) }),
  output: z.object({ id: z.number() }),
  refusals: ["flag-judged"],
  door: "desk",
  load: (tx, { id }) => lockFlag(tx, id),
  may: can.runContest,
  async run(tx, flag, { id, verdict, reason }, context) {
    if (flag.verdict !== null) throw new Refusal("flag-judged");
    await tx
      .update(integrityFlags)
      .set({ verdict, reason, decidedBy: context.viewer.personId, decidedAt: context.now })
      .where(eq(integrityFlags.id, id));
    await writeAudit(tx, {
      ...{ context, action: "integrity.judge", object: "contest", objectId: flag.contest.id, branchId: flag.contest.branchId },
      ...{ after: { flag: id, kind: flag.kind, verdict }, reason },
    });
    return { id };
  },
});
