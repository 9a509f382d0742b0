import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { branches, people } from "#db/schema/people.ts";
import { IMPORT_FORMATS, questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { orNotFound } from "#server/questions/or-not-found.ts";
import { query } from "#server/verb.ts";

export const IMPORT_STATES = ["reading", "open", "writing", "imported", "failed", "dropped"] as const;
const MOST = 50;

/** can.seeQuestionImport said in SQL, of somebody who may see the bank at all. */
export function visibleImports(viewer: Member): SQL | undefined {
  const tops = viewer.offices.filter(({ office }) => office === "admin");
  const under = tops.map(({ path }) => sql`starts_with(${branches.path}, ${path})`);
  const anywhere = tops.length > 0 ? sql`${questionImports.branchId} is null` : sql`false`;
  return sql`(${eq(questionImports.createdBy, viewer.personId)} or ${anywhere} or ${under.length > 0 ? sql.join(under, sql` or `) : sql`false`})`;
}

/** The files of questions one has on the way or has brought in, the newest 50; an administrator sees everybody's. */
export const listQuestionImports = query({
  at: "GET /api/desk/question-imports",
  input: z.strictObject({}),
  output: z.object({
    imports: z.array(
      z.object({
        id: z.number(),
        fileName: z.string(),
        format: z.enum(IMPORT_FORMATS),
        state: z.enum(IMPORT_STATES),
        branchName: z.string().nullable(),
        createdByName: z.string(),
        createdAt: z.date(),
        rows: z.number(),
        imported: z.number().nullable(),
      }),
    ),
  }),
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, _input, { viewer }) {
    const { id, fileName, format, state, createdAt } = questionImports;
    const imports = await db
      .select({
        id,
        fileName,
        format,
        state,
        branchName: branches.name,
        createdByName: people.name,
        createdAt,
        rows: sql<number>`(select count(*)::int from question_import_rows r where r.import_id = ${id})`,
        imported: sql<number | null>`(${questionImports.result}->>'imported')::int`,
      })
      .from(questionImports)
      .innerJoin(people, eq(people.id, questionImports.createdBy))
      .leftJoin(branches, eq(branches.id, questionImports.branchId))
      .where(and(visibleImports(viewer), ne(state, "dropped")))
      .orderBy(desc(id))
      .limit(MOST);
    return { imports };
  },
});
