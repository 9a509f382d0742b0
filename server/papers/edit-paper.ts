import { eq } from "drizzle-orm";
import { z } from "zod";
import { papers } from "#db/schema/papers.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockPaper } from "./find-paper.ts";
import { checkPaper, paperFields } from "./paper-fields.ts";
import { refuseUnknown } from "./refuse-unknown.ts";

/** Changes a paper. Contests that were published with it keep what they copied; two editors do not overwrite each other (`revision`). */
export const editPaper = command({
  at: "POST /api/desk/papers/:id",
  input: z.strictObject({ ...paperFields, id: idSchema, revision: z.coerce.number().int() }).superRefine(checkPaper),
  output: z.object({ id: z.number(), revision: z.number() }),
  refusals: ["no-such-question", "paper-changed"],
  door: "desk",
  load: (tx, { id }) => lockPaper(tx, id),
  may: can.makeContest,
  async run(tx, paper, { id, revision, ...fields }, context) {
    if (paper.revision !== revision) throw new Refusal("paper-changed");
    const branch = await findBranch(tx, fields.branchId);
    if (!branch || !can.makeContest(context.viewer, branch)) throw fieldRefusal("branchId", "not-found");
    await refuseUnknown(tx, fields.sections, context.viewer);
    await tx
      .update(papers)
      .set({ ...fields, revision: revision + 1, changedAt: context.now })
      .where(eq(papers.id, id));
    const { title, kind, sections } = paper;
    await writeAudit(tx, {
      context,
      action: "paper.edit",
      object: "paper",
      objectId: id,
      branchId: branch.id,
      before: { title, kind, sections },
      after: { title: fields.title, kind: fields.kind, sections: fields.sections },
    });
    return { id, revision: revision + 1 };
  },
});
