import { and, desc, eq, lt, ne } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { IMPORT_FORMATS, questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, pageSchema } from "#server/input-schemas.ts";
import { orNotFound } from "#server/questions/or-not-found.ts";
import { query } from "#server/verb.ts";
import { type BroughtFile, findImport } from "./find-import.ts";
import { countRows, listRows, ROW_FILTERS, rowsOf } from "./import-rows.ts";
import { importRowSchema, problemSchema } from "./import-schemas.ts";
import { IMPORT_STATES } from "./list-question-imports.ts";

const PAGE_SIZE = 25;

/** The same bytes handed in by the same person before. */
async function sameFileBefore(db: Db, { id, digest, createdBy }: BroughtFile) {
  const { state, createdAt } = questionImports;
  const [before] = await db
    .select({ id: questionImports.id, state, createdAt })
    .from(questionImports)
    .where(
      and(eq(questionImports.createdBy, createdBy), eq(questionImports.digest, digest), lt(questionImports.id, id), ne(state, "dropped")),
    )
    .orderBy(desc(eq(state, "imported")), desc(questionImports.id))
    .limit(1);
  return before ?? null;
}

const counts = z.object({
  all: z.number(),
  ready: z.number(),
  bad: z.number(),
  errors: z.number(),
  problems: z.number(),
  twins: z.number(),
  skipped: z.number(),
});

/** A file of questions on its way: how it stands, and 25 of its rows with what is wrong with each. Its maker and the administrators see it. */
export const getQuestionImport = query({
  at: "GET /api/desk/question-imports/:id",
  input: z.strictObject({ id: idSchema, only: z.enum(ROW_FILTERS).default("all"), page: pageSchema }),
  output: z.object({
    id: z.number(),
    fileName: z.string(),
    format: z.enum(IMPORT_FORMATS),
    state: z.enum(IMPORT_STATES),
    branchId: z.number().nullable(),
    branchName: z.string().nullable(),
    category: z.string(),
    isPrivate: z.boolean(),
    createdByName: z.string(),
    createdAt: z.date(),
    endedAt: z.date().nullable(),
    revision: z.number(),
    problems: z.array(problemSchema),
    course: z.object({
      jobId: z.number().optional(),
      imported: z.number().optional(),
      skipped: z.number().optional(),
      bad: z.number().optional(),
      paperId: z.number().nullable().optional(),
      state: z.enum(["draft", "in_review"]).optional(),
      newTwins: z.number().optional(),
    }),
    sameFile: z.object({ id: z.number(), state: z.enum(IMPORT_STATES), createdAt: z.date() }).nullable(),
    counts,
    rows: z.array(importRowSchema),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    pageSize: z.number(),
  }),
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { id, only, page }, { viewer }) {
    const brought = await findImport(db, id);
    if (!brought || !can.seeQuestionImport(viewer, brought)) throw new Refusal("not-found");
    const where = rowsOf(id, only);
    const counted = await countRows(db, id);
    const total = { all: counted.all, problems: counted.problems, errors: counted.errors, twins: counted.twins, skipped: counted.skipped }[
      only
    ];
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    // Mending empties the last page of a filter: then the page before it is meant.
    const shown = Math.min(page, pages);
    const rows = await listRows(db, viewer, where, { limit: PAGE_SIZE, offset: (shown - 1) * PAGE_SIZE });
    const sameFile = await sameFileBefore(db, brought);
    return { ...brought, sameFile, counts: counted, rows, total, page: shown, pages, pageSize: PAGE_SIZE };
  },
});
