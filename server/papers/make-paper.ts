import { z } from "zod";
import { papers } from "#db/schema/papers.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { command } from "#server/verb.ts";
import { checkPaper, paperFields } from "./paper-fields.ts";
import { refuseUnknown } from "./refuse-unknown.ts";

/** Makes a paper of a branch. */
export const makePaper = command({
  at: "POST /api/desk/papers",
  input: z.strictObject(paperFields).superRefine(checkPaper),
  output: z.object({ id: z.number(), revision: z.number() }),
  refusals: ["no-such-question"],
  door: "desk",
  load: (tx, { branchId }) => findBranch(tx, branchId),
  may: can.makeContest,
  async run(tx, branch, fields, context) {
    const { viewer, now } = context;
    await refuseUnknown(tx, fields.sections, viewer);
    const [made] = await tx
      .insert(papers)
      .values({ ...fields, createdBy: viewer.personId, createdAt: now, changedAt: now })
      .returning({ id: papers.id, revision: papers.revision });
    const paper = made as { id: number; revision: number };
    const after = { title: fields.title, kind: fields.kind };
    await writeAudit(tx, { context, action: "paper.make", object: "paper", objectId: paper.id, branchId: branch.id, after });
    return paper;
  },
});
