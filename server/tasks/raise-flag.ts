import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch } from "#server/branches/lock-branch.ts";
import { blankable, idSchema, textSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { unitPeople } from "./unit-people.ts";

/** A programme that the branch takes part in: published to it or to a branch above. */
async function refuseOtherProgramme(tx: Tx, programmeId: number, path: string): Promise<void> {
  const [found] = await tx
    .select({ path: branches.path, publishedAt: programmes.publishedAt })
    .from(programmes)
    .innerJoin(branches, eq(branches.id, programmes.branchId))
    .where(eq(programmes.id, programmeId));
  if (!found?.publishedAt || !path.startsWith(found.path)) throw fieldRefusal("programmeId", "no-such-programme");
}

/** Tells a branch that it falls behind, as a whole or in one programme, and why; its leaders hear of it. One at a time of each. */
export const raiseFlag = command({
  at: "POST /api/desk/flags",
  input: z.strictObject({ branchId: idSchema, programmeId: blankable(idSchema), reason: textSchema(500) }),
  output: z.object({ id: z.number() }),
  refusals: ["already-flagged", "no-such-programme"],
  door: "desk",
  load: (tx, { branchId }) => holdBranch(tx, branchId),
  may: can.flagBranch,
  async run(tx, branch, { programmeId, reason }, context) {
    const { viewer, now } = context;
    if (programmeId !== undefined) await refuseOtherProgramme(tx, programmeId, branch.path);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into branch_flags (branch_id, programme_id, reason, raised_by, raised_at)
      values (${branch.id}, ${programmeId ?? null}, ${reason}, ${viewer.personId}, ${now})
      on conflict (branch_id, coalesce(programme_id, 0)) where closed_at is null do nothing returning id`);
    if (!rows[0]) throw new Refusal("already-flagged");
    const id = Number(rows[0].id);
    const params = { branch: branch.name, reason: reason.slice(0, 100) };
    await giveNotice(tx, { personIds: await unitPeople(tx, [branch.id]), kind: "flag-raised", params, path: `/tasks/flags/${id}`, now });
    await writeAudit(tx, {
      ...{ context, action: "flag.raise", object: "flag", objectId: id, branchId: branch.id, reason },
      after: { branch: branch.name, programmeId: programmeId ?? null },
    });
    return { id };
  },
});
