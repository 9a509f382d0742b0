import { eq } from "drizzle-orm";
import { z } from "zod";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockQuestion } from "./find-question.ts";

/** Lays a draft before the reviewers. Doing it twice is doing it once. */
export const submitQuestion = command({
  at: "POST /api/desk/questions/:id/submit",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: z.number(), state: z.enum(["in_review"]) }),
  refusals: ["not-a-draft", "share-first"],
  door: "desk",
  load: (tx, { id }) => lockQuestion(tx, id),
  may: can.editQuestion,
  async run(tx, { id, branchId, isPrivate, state, latestNumber }, _input, context) {
    if (state === "in_review") return { id, state };
    if (isPrivate) throw new Refusal("share-first");
    if (state !== "draft") throw new Refusal("not-a-draft");
    await tx.update(questions).set({ state: "in_review" }).where(eq(questions.id, id));
    await writeAudit(tx, {
      context,
      action: "question.submit",
      object: "question",
      objectId: id,
      branchId,
      after: { number: latestNumber },
    });
    return { id, state: "in_review" as const };
  },
});
