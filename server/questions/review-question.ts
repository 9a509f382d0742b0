import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { questionReviews, questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { payContribution } from "#server/points/pay-contribution.ts";
import { indexQuestions } from "#server/search/index-questions.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { type DeskQuestion, lockQuestion, refuseChanged } from "./find-question.ts";

/** The question, unless the viewer would be a reviewer of it but for having written it: that is said in words of its own. */
async function loadForReview(tx: Tx, id: number, viewer: Member): Promise<DeskQuestion | undefined> {
  const question = await lockQuestion(tx, id);
  if (question?.createdBy === viewer.personId && can.reviewQuestion(viewer, { ...question, createdBy: null }))
    throw new Refusal("own-version");
  return question;
}

/** A second person publishes the version that was read, or returns it with a note. */
export const reviewQuestion = command({
  at: "POST /api/desk/questions/:id/review",
  input: z.strictObject({
    id: idSchema,
    /** The number of the version that was read. */
    number: z.coerce.number().int().min(1),
    verdict: z.enum(["publish", "return"]),
    note: freeText(1_000),
  }),
  output: z.object({ id: z.number(), state: z.enum(["published", "draft"]) }),
  refusals: ["own-version", "not-in-review", "question-changed", "note-missing"],
  door: "desk",
  load: (tx, { id }, { viewer }) => loadForReview(tx, id, viewer),
  may: can.reviewQuestion,
  async run(tx, question, { number, verdict, note }, context) {
    const { id, branchId, latestVersionId } = question;
    refuseChanged(question, number);
    if (question.state !== "in_review") throw new Refusal("not-in-review");
    if (verdict === "return" && note === "") throw fieldRefusal("note", "note-missing");
    const publishes = verdict === "publish";
    const review = { versionId: latestVersionId, reviewerId: context.viewer.personId, note, reviewedAt: context.now };
    await tx.insert(questionReviews).values({ ...review, verdict: publishes ? "published" : "returned" });
    const state = publishes ? ("published" as const) : ("draft" as const);
    await tx
      .update(questions)
      .set(publishes ? { state, publishedVersionId: latestVersionId } : { state })
      .where(eq(questions.id, id));
    if (publishes) await indexQuestions(tx, [id]);
    if (publishes && question.publishedVersionId === null) await payContribution(tx, id, context.now);
    await writeAudit(tx, { context, action: `question.${verdict}`, object: "question", objectId: id, branchId, after: { number, state } });
    return { id, state };
  },
});
