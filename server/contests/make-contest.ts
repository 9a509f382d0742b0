import { z } from "zod";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { command } from "#server/verb.ts";
import { checkedPaper, paperOf, refuseEssays, refuseUnlevelled } from "./check-paper.ts";
import { contestFormSchema } from "./contest-form.ts";
import { newSlug } from "./new-slug.ts";
import { withUsualView } from "./with-usual-view.ts";

/** Makes a draft. The pool is checked now, not at the start: a blueprint larger than its pool is refused at its line. */
export const makeContest = command({
  at: "POST /api/desk/contests",
  input: contestFormSchema,
  output: z.object({ slug: z.string(), revision: z.number() }),
  refusals: ["pool-too-small", "paper-not-published", "essays-wait", "levels-questions", "levels-worth"],
  door: "desk",
  load: (tx, { branchId }) => findBranch(tx, branchId),
  may: can.makeContest,
  async run(tx, branch, form, context) {
    const paper = await paperOf(tx, form, context.viewer);
    refuseUnlevelled(form.rules, paper);
    refuseEssays(form.rules, paper, await checkedPaper(tx, branch.path, paper));
    const rules = await withUsualView(form.rules);
    const slug = newSlug(context.now);
    const [made] = await tx
      .insert(contests)
      .values({ ...form, ...paper, rules, slug, createdBy: context.viewer.personId, createdAt: context.now })
      .returning({ id: contests.id, revision: contests.revision });
    await writeAudit(tx, {
      context,
      action: "contest.make",
      object: "contest",
      objectId: made?.id ?? null,
      branchId: branch.id,
      after: { slug, title: form.title },
    });
    return { slug, revision: made?.revision ?? 1 };
  },
});
