import { eq } from "drizzle-orm";
import { z } from "zod";
import { questionSets } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockSet } from "./find-set.ts";
import { refuseUnfit } from "./fit-for-sets.ts";
import { checkSet, columnsOfSet, setFields } from "./set-fields.ts";

/** Changes a set. A published one is withdrawn first: two who practise it should have the same. */
export const editSet = command({
  at: "POST /api/desk/sets/:id",
  input: z.strictObject({ ...setFields, id: idSchema }).superRefine(checkSet),
  output: z.object({ id: z.number() }),
  refusals: ["set-is-published", "question-not-practised", "bank-too-small"],
  door: "desk",
  load: (tx, { id }) => lockSet(tx, id),
  may: can.editSet,
  async run(tx, set, { id, ...fields }, context) {
    const branch = await findBranch(tx, fields.branchId);
    if (!branch || !can.editSet(context.viewer, branch)) throw fieldRefusal("branchId", "not-found");
    if (set.publishedAt) throw new Refusal("set-is-published");
    await refuseUnfit(tx, context.viewer, branch.path, fields, context.now);
    const columns = columnsOfSet(fields);
    await tx.update(questionSets).set(columns).where(eq(questionSets.id, id));
    const { title, kind, questionIds, blueprint, limitMs, passPercent } = set;
    await writeAudit(tx, {
      ...{ context, action: "set.edit", object: "question-set", objectId: id, branchId: branch.id },
      before: { title, kind, questionIds, blueprint, limitMs, passPercent },
      after: columns,
    });
    return { id };
  },
});
