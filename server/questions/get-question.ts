import { z } from "zod";
import { can } from "#domain/access.ts";
import { presentationOf, shownBody, shownKey } from "#domain/papers/presentation.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findPassage, passageSchema } from "./find-passage.ts";
import { findQuestion } from "./find-question.ts";
import { QUESTION_STATES } from "./list-questions.ts";
import { listContestsWith, listReviews, listVersions, versionSchema } from "./list-versions.ts";
import { orNotFound } from "./or-not-found.ts";
import { problemSchema, warningsOf } from "./question-fields.ts";

/** One way a member could see the question: shuffled by its number, so that the desk sees the same each time. */
function previewOf(id: number, body: QuestionBody, key: QuestionKey) {
  const presentation = presentationOf(body, `preview/${id}`, 0, true);
  return { shown: shownBody(body, presentation), key: shownKey(key, presentation, body) };
}

const output = z.object({
  id: z.number(),
  ref: z.string().nullable(),
  state: z.enum(QUESTION_STATES),
  branchId: z.number().nullable(),
  branchName: z.string().nullable(),
  isPrivate: z.boolean(),
  latestNumber: z.number(),
  publishedNumber: z.number().nullable(),
  latest: versionSchema,
  published: versionSchema.nullable(),
  preview: z.object({ shown: shownBodySchema, key: questionKeySchema }),
  problems: z.array(problemSchema),
  passage: passageSchema.nullable(),
  versions: z.array(versionSchema),
  reviews: z.array(
    z.object({
      number: z.number(),
      verdict: z.enum(["published", "returned"]),
      reviewer: z.string().nullable(),
      note: z.string(),
      reviewedAt: z.date(),
    }),
  ),
  contests: z.array(z.object({ slug: z.string(), title: z.string(), number: z.number() })),
  may: z.object({ edit: z.boolean(), review: z.boolean() }),
});

/** One question for its editors: key, explanation, the passage that answers, its whole history, and how members see it. */
export const getQuestion = query({
  at: "GET /api/desk/questions/:id",
  input: z.strictObject({ id: idSchema }),
  output,
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { id }, { viewer }) {
    const question = await findQuestion(db, id);
    if (!question || !can.seeQuestion(viewer, question)) throw new Refusal("not-found");
    const versions = await listVersions(db, id);
    const latest = versions.find((version) => version.id === question.latestVersionId);
    if (!latest) throw new Error(`question ${id} has no latest version`);
    const published = versions.find((version) => version.id === question.publishedVersionId) ?? null;
    return {
      ...question,
      publishedNumber: published?.number ?? null,
      latest,
      published,
      preview: previewOf(id, latest.body, latest.key),
      problems: warningsOf(latest.body, latest.key),
      passage: await findPassage(db, latest),
      versions,
      reviews: await listReviews(db, id),
      contests: await listContestsWith(db, id),
      may: { edit: can.editQuestion(viewer, question), review: question.state === "in_review" && can.reviewQuestion(viewer, question) },
    };
  },
});
