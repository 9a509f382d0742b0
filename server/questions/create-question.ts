import { z } from "zod";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { contentOfInput, refuseSameStem } from "./content-of-input.ts";
import { problemSchema, questionFields, refuseProblems, warningsOf } from "./question-fields.ts";
import { writeVersions } from "./write-versions.ts";

/** Puts a question into the bank as a draft, or straight before the reviewers. Nobody is asked it before a second person publishes it. */
export const createQuestion = command({
  at: "POST /api/desk/questions",
  input: z
    .strictObject({ ...questionFields, branchId: blankable(idSchema), isPrivate: flagSchema.default(false) })
    .superRefine(refuseProblems),
  output: z.object({ id: z.number(), number: z.number(), state: z.enum(["draft", "in_review"]), problems: z.array(problemSchema) }),
  refusals: ["already-asked", "share-first", "no-such-file", "no-such-material", "no-such-passage"],
  door: "desk",
  load: (tx, { branchId }) => placeOf(tx, branchId),
  may: can.editQuestion,
  async run(tx, place, fields, context) {
    const { viewer, now } = context;
    const content = await contentOfInput(tx, fields, { viewer, questionId: 0 });
    if (!fields.sameStem) await refuseSameStem(tx, content.body.stem, { viewer });
    if (fields.isPrivate && fields.submit) throw fieldRefusal("isPrivate", "share-first");
    const state = fields.submit ? ("in_review" as const) : ("draft" as const);
    const [made] = await tx
      .insert(questions)
      .values({ branchId: place.id, isPrivate: fields.isPrivate, state, createdBy: viewer.personId, createdAt: now })
      .returning({ id: questions.id });
    const { id } = made as { id: number };
    await writeVersions(tx, [{ questionId: id, number: 1, content }], { createdBy: viewer.personId, now });
    const after = { number: 1, state, kind: content.body.kind, category: content.category };
    await writeAudit(tx, { context, action: "question.create", object: "question", objectId: id, branchId: place.id, after });
    return { id, number: 1, state, problems: warningsOf(content.body, content.key) };
  },
});
