import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findQuestion } from "#server/questions/find-question.ts";
import { orNotFound } from "#server/questions/or-not-found.ts";
import { query } from "#server/verb.ts";
import { itemLineSchema, listItemLines } from "./item-line.ts";

/** How a question did in contests that are over, wording by wording: a changed wording is measured anew. */
export const getQuestionStatistics = query({
  at: "GET /api/desk/questions/:id/statistics",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ versions: z.array(itemLineSchema) }),
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { id }, { viewer }) {
    const question = await findQuestion(db, id);
    if (!question || !can.seeQuestion(viewer, question)) throw new Refusal("not-found");
    const versions = await listItemLines(db, sql`s.contest_id is null and v.question_id = ${id}`);
    return { versions: versions.toReversed() };
  },
});
