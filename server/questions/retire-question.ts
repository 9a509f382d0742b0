import { eq } from "drizzle-orm";
import { z } from "zod";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { indexQuestions } from "#server/search/index-questions.ts";
import { command } from "#server/verb.ts";
import { lockQuestion } from "./find-question.ts";

/** Takes a question out of use: no new paper draws it. Papers that have it keep it; editing it brings it back as a draft. */
export const retireQuestion = command({
  at: "POST /api/desk/questions/:id/retire",
  input: z.strictObject({ id: idSchema, reason: reasonSchema }),
  output: z.object({ id: z.number(), state: z.enum(["retired"]) }),
  door: "desk",
  load: (tx, { id }) => lockQuestion(tx, id),
  may: can.editQuestion,
  async run(tx, { id, branchId, state, latestNumber }, { reason }, context) {
    if (state !== "retired") {
      await tx.update(questions).set({ state: "retired", publishedVersionId: null }).where(eq(questions.id, id));
      await indexQuestions(tx, [id]);
      const before = { number: latestNumber, state };
      await writeAudit(tx, { context, action: "question.retire", object: "question", objectId: id, branchId, before, reason });
    }
    return { id, state: "retired" as const };
  },
});
