import { and, asc, count, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { orNotFound } from "./or-not-found.ts";
import { visibleTo } from "./visible-questions.ts";

/** The categories that questions stand in ("collection/title"), with how many there are and how many of them are in use. */
export const listCategories = query({
  at: "GET /api/desk/questions/categories",
  input: z.strictObject({}),
  output: z.object({ categories: z.array(z.object({ category: z.string(), questions: z.number(), published: z.number() })) }),
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, _input, { viewer }) {
    const { category } = questions;
    const published = sql<number>`count(${questions.publishedVersionId})::int`;
    const categories = await db
      .select({ category, questions: count(), published })
      .from(questions)
      .where(and(visibleTo(viewer), ne(questions.state, "retired")))
      .groupBy(category)
      .orderBy(asc(category));
    return { categories };
  },
});
