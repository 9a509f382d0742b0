import { z } from "zod";
import { can } from "#domain/access.ts";
import { checkedDraftSchema } from "#domain/programmes/checked-draft.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { command } from "#server/verb.ts";
import { insertProgramme } from "./insert-programme.ts";

/** Makes a programme as a draft, from one document. */
export const makeProgramme = command({
  at: "POST /api/desk/programmes",
  input: checkedDraftSchema,
  output: z.object({ slug: z.string(), revision: z.number() }),
  refusals: ["branch-closed"],
  door: "desk",
  load: (tx, { branchId }) => holdBranch(tx, branchId),
  may: can.makeProgramme,
  async run(tx, branch, draft, context) {
    refuseClosed(branch, "branchId");
    const made = await insertProgramme(tx, draft, {
      path: branch.path,
      createdBy: context.viewer.personId,
      viewer: context.viewer,
      now: context.now,
    });
    await writeAudit(tx, {
      context,
      action: "programme.make",
      object: "programme",
      objectId: made.id,
      branchId: branch.id,
      after: { slug: made.slug, title: draft.title, kind: draft.kind },
    });
    return { slug: made.slug, revision: made.revision };
  },
});
