import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { REASON_HOLDS_MS } from "#domain/completion/name-rule.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { findNameRule } from "./name-access.ts";

/** The branch it is asked for, or the top of the first office that sees completion; null: there is none. */
async function topOf(tx: Tx, viewer: Member, branchId: number | undefined) {
  if (branchId !== undefined) return findBranch(tx, branchId);
  return viewer.offices.map(({ branchId: id, path }) => ({ id, path })).find((place) => can.seeCompletion(viewer, place)) ?? null;
}

/** Says why names are needed in reports of study. It goes into the ledger, for those above to read, and counts for an hour. */
export const giveNameReason = command({
  at: "POST /api/desk/name-access",
  input: z.strictObject({ reason: lineSchema(500), branchId: blankable(idSchema) }),
  output: z.object({ until: z.date() }),
  refusals: ["names-withheld"],
  door: "desk",
  load: (tx, { branchId }, { viewer }) => topOf(tx, viewer, branchId),
  may: (viewer, branch) => branch !== null && can.seeCompletion(viewer, branch),
  async run(tx, branch, { reason }, context) {
    if ((await findNameRule(tx)) === "aggregate") throw new Refusal("names-withheld");
    const until = new Date(context.now.getTime() + REASON_HOLDS_MS);
    await writeAudit(tx, {
      context,
      action: "names.access",
      object: "names",
      objectId: null,
      branchId: branch?.id,
      after: { expiresAt: until },
      reason,
    });
    return { until };
  },
});
