import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { command } from "#server/verb.ts";
import { checkedPaper, paperOf, refuseEssays, refuseUnlevelled } from "./check-paper.ts";
import { contestFormSchema } from "./contest-form.ts";
import { findContest } from "./find-contest.ts";
import { withUsualView } from "./with-usual-view.ts";

/** Changes a draft. Once published, rules and paper stand; two editors do not overwrite each other (`revision`). */
export const editContest = command({
  at: "POST /api/desk/contests/:slug",
  input: contestFormSchema.safeExtend({ slug: z.string().max(80), revision: z.coerce.number().int() }),
  output: z.object({ slug: z.string(), revision: z.number() }),
  refusals: [
    "pool-too-small",
    "paper-not-published",
    "essays-wait",
    "levels-questions",
    "levels-worth",
    "already-published",
    "contest-changed",
  ],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { slug, revision, ...form }, context) {
    if (contest.publishedAt) throw new Refusal("already-published");
    const branch = await findBranch(tx, form.branchId);
    if (!branch || !can.makeContest(context.viewer, branch)) throw new Refusal("not-found", { field: "branchId" });
    const paper = await paperOf(tx, form, context.viewer);
    refuseUnlevelled(form.rules, paper);
    refuseEssays(form.rules, paper, await checkedPaper(tx, branch.path, paper));
    const shown = await withUsualView(form.rules);
    const [changed] = await tx
      .update(contests)
      .set({ ...form, ...paper, rules: shown, revision: revision + 1 })
      .where(and(eq(contests.id, contest.id), eq(contests.revision, revision), isNull(contests.publishedAt)))
      .returning({ revision: contests.revision });
    if (!changed) throw new Refusal("contest-changed");
    const { title, opensAt, closesAt, freezeAt, rules, blueprint } = contest;
    await writeAudit(tx, {
      context,
      action: "contest.edit",
      object: "contest",
      objectId: contest.id,
      branchId: branch.id,
      before: { title, opensAt, closesAt, freezeAt, rules, blueprint },
      after: {
        title: form.title,
        opensAt: form.opensAt,
        closesAt: form.closesAt,
        freezeAt: form.freezeAt,
        rules: shown,
        blueprint: form.blueprint,
      },
    });
    return { slug, revision: changed.revision };
  },
});
