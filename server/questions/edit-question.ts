import { eq } from "drizzle-orm";
import { z } from "zod";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { carriedOver } from "./carried-over.ts";
import { contentOfInput, refuseSameStem } from "./content-of-input.ts";
import { lockQuestion, refuseChanged } from "./find-question.ts";
import { problemSchema, questionFields, refuseProblems, warningsOf } from "./question-fields.ts";
import { writeVersions } from "./write-versions.ts";

/** Writes the next version. The published one stays in use until a second person publishes this one; a retired question becomes a draft again. */
export const editQuestion = command({
  at: "POST /api/desk/questions/:id/edit",
  input: z
    .strictObject({
      ...questionFields,
      id: idSchema,
      /** The number of the version that was edited. */
      from: z.coerce.number().int().min(1),
    })
    .superRefine(refuseProblems),
  output: z.object({ id: z.number(), number: z.number(), state: z.enum(["draft", "in_review"]), problems: z.array(problemSchema) }),
  refusals: ["question-changed", "already-asked", "share-first", "no-such-file", "no-such-material", "no-such-passage"],
  door: "desk",
  load: (tx, { id }) => lockQuestion(tx, id),
  may: can.editQuestion,
  async run(tx, question, fields, context) {
    const { viewer, now } = context;
    const { id, branchId } = question;
    refuseChanged(question, fields.from);
    if (question.isPrivate && fields.submit) throw new Refusal("share-first");
    const written = await contentOfInput(tx, fields, { viewer, questionId: id });
    const content = { ...(await carriedOver(tx, question.latestVersionId)), ...written };
    if (!fields.sameStem) await refuseSameStem(tx, content.body.stem, { viewer, exceptId: id });
    const number = question.latestNumber + 1;
    const state = fields.submit ? ("in_review" as const) : ("draft" as const);
    await writeVersions(tx, [{ questionId: id, number, content }], { createdBy: viewer.personId, now });
    await tx.update(questions).set({ state }).where(eq(questions.id, id));
    const before = { number: question.latestNumber, state: question.state };
    await writeAudit(tx, {
      context,
      action: "question.edit",
      object: "question",
      objectId: id,
      branchId,
      before,
      after: { number, state },
    });
    return { id, number, state, problems: warningsOf(content.body, content.key) };
  },
});
