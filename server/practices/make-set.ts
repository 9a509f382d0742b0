import { z } from "zod";
import { questionSets } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { command } from "#server/verb.ts";
import { refuseUnfit } from "./fit-for-sets.ts";
import { checkSet, columnsOfSet, setFields } from "./set-fields.ts";

/** Makes a set of practice for a branch, as a draft that only the desk sees. */
export const makeSet = command({
  at: "POST /api/desk/sets",
  input: z.strictObject(setFields).superRefine(checkSet),
  output: z.object({ id: z.number() }),
  refusals: ["question-not-practised", "bank-too-small"],
  door: "desk",
  load: (tx, { branchId }) => findBranch(tx, branchId),
  may: can.editSet,
  async run(tx, branch, fields, context) {
    const { viewer, now } = context;
    await refuseUnfit(tx, viewer, branch.path, fields, now);
    const columns = columnsOfSet(fields);
    const [made] = await tx
      .insert(questionSets)
      .values({ ...columns, createdBy: viewer.personId, createdAt: now })
      .returning({ id: questionSets.id });
    const id = made?.id ?? 0;
    const after = { title: columns.title, kind: columns.kind, questions: columns.questionIds.length };
    await writeAudit(tx, { context, action: "set.make", object: "question-set", objectId: id, branchId: branch.id, after });
    return { id };
  },
});
