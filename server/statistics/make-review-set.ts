import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { questionSets } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import zh from "#messages/zh-CN.json" with { type: "json" };
import { writeAudit } from "#server/audit/write-audit.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { command } from "#server/verb.ts";
import { hardestOf } from "./hardest-of.ts";
import { listItemLines } from "./item-line.ts";

/**
 * Makes what was hardest in a contest a set that its audience can practise (R39). Only once its results are published: in practice
 * answers are told at once. Asked for twice, it is the same set.
 */
export const makeReviewSet = command({
  at: "POST /api/desk/contests/:slug/review-set",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ id: z.number(), questions: z.number() }),
  refusals: ["results-not-published", "nothing-to-review"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, context) {
    const { viewer, now } = context;
    if (phaseOf(phasedContest(contest), now) !== "published") throw new Refusal("results-not-published");
    await tx.execute(sql`select 1 from contests where id = ${contest.id} for update`);
    const title = zh.statistics.setTitle.replace("{title}", contest.title);
    const [known] = await tx
      .select({ id: questionSets.id, questionIds: questionSets.questionIds })
      .from(questionSets)
      .where(and(eq(questionSets.branchId, contest.branchId), eq(questionSets.title, title), isNull(questionSets.archivedAt)));
    if (known) return { id: known.id, questions: known.questionIds.length };
    const hardest = hardestOf(
      await listItemLines(
        tx,
        sql`s.contest_id = ${contest.id} and exists (
      select 1 from questions q where q.id = v.question_id and q.published_version_id is not null and q.state <> 'retired')`,
      ),
    );
    const questionIds = [...new Set(hardest.map(({ questionId }) => questionId))];
    if (questionIds.length === 0) throw new Refusal("nothing-to-review");
    const [made] = await tx
      .insert(questionSets)
      .values({
        title,
        branchId: contest.branchId,
        kind: "topic",
        questionIds,
        createdBy: viewer.personId,
        createdAt: now,
        publishedAt: now,
      })
      .returning({ id: questionSets.id });
    const id = made?.id ?? 0;
    await writeAudit(tx, {
      ...{ context, action: "contest.review-set", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { set: id, questions: questionIds.length },
    });
    return { id, questions: questionIds.length };
  },
});
