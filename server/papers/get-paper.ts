import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import { chosenOf, linesOf, poolWithout, printedBlueprint } from "#domain/papers/draw-sections.ts";
import { poolIndexOf } from "#domain/papers/pool-index.ts";
import { presentationOf, shownBody, shownKey } from "#domain/papers/presentation.ts";
import { PAPER_KINDS, sectionsSchema } from "#domain/papers/sections.ts";
import { QUESTION_KINDS, questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { listBankFor } from "#server/contests/contest-pool.ts";
import { idSchema } from "#server/input-schemas.ts";
import { QUESTION_STATES } from "#server/questions/list-questions.ts";
import { query } from "#server/verb.ts";
import { findPaper } from "./find-paper.ts";
import { paperBalance } from "./paper-balance.ts";

/** The chosen questions as they would be asked now: the published wording, else the newest. Options in the author's order, as paper is printed. */
async function chosenQuestions(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: questions.id,
      state: questions.state,
      isPublished: sql<boolean>`${questions.publishedVersionId} is not null`,
      kind: questionVersions.kind,
      difficulty: questionVersions.difficulty,
      category: questionVersions.category,
      body: questionVersions.body,
      key: questionKeys.key,
    })
    .from(questions)
    .innerJoin(questionVersions, sql`${questionVersions.id} = coalesce(${questions.publishedVersionId}, ${questions.latestVersionId})`)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(inArray(questions.id, [...ids]));
  return rows.map(({ body, key, ...row }) => {
    const presentation = presentationOf(body, `paper/${row.id}`, 0, false);
    return { ...row, body: shownBody(body, presentation), key: shownKey(key, presentation, body) };
  });
}

const tally = z.array(z.object({ name: z.string(), questions: z.number(), worth: z.number() }));

/** A paper with its chosen questions, what it is made of, and which lines the bank cannot fill. */
export const getPaper = query({
  at: "GET /api/desk/papers/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    title: z.string(),
    branchId: z.number(),
    branchName: z.string(),
    kind: z.enum(PAPER_KINDS),
    sections: sectionsSchema,
    revision: z.number(),
    archivedAt: z.date().nullable(),
    questions: z.array(
      z.object({
        id: z.number(),
        state: z.enum(QUESTION_STATES),
        isPublished: z.boolean(),
        kind: z.enum(QUESTION_KINDS),
        body: shownBodySchema,
        key: questionKeySchema,
      }),
    ),
    balance: z.object({ kind: tally, difficulty: tally, category: tally }),
    total: z.object({ questions: z.number(), worth: z.number() }),
    /** Of the lines of all sections, counted from 0. */
    shortages: z.array(z.object({ line: z.number(), wanted: z.number(), have: z.number() })),
    contests: z.array(z.object({ slug: z.string(), title: z.string() })),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { id }, { viewer }) {
    const paper = await findPaper(db, id);
    if (!paper || !can.makeContest(viewer, paper)) throw new Refusal("not-found");
    const { sections } = paper;
    const chosen = await chosenQuestions(db, chosenOf(sections));
    const pool = poolWithout(poolIndexOf(await listBankFor(db, paper.path)), chosenOf(sections));
    const printed = printedBlueprint(sections);
    return {
      ...paper,
      questions: chosen,
      balance: paperBalance(sections, new Map(chosen.map((question) => [question.id, question]))),
      total: {
        questions: printed.reduce((sum, line) => sum + line.count, 0),
        worth: printed.reduce((sum, line) => sum + line.count * line.worth, 0),
      },
      shortages: linesOf(sections).length === 0 ? [] : [...shortagesOf(linesOf(sections), pool)],
      contests: await db.select({ slug: contests.slug, title: contests.title }).from(contests).where(eq(contests.paperId, id)).limit(50),
    };
  },
});
