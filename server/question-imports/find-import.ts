import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { questionImports } from "#db/schema/question-imports.ts";
import { Refusal } from "#domain/refusal.ts";
import { problemSchema } from "./import-schemas.ts";

/** What an import keeps of its own course: the job at work on it, then what came of it. */
const courseSchema = z
  .object({
    jobId: z.number().optional(),
    /** Questions written, rows left out by choice, rows left out because of their problems. */
    imported: z.number().optional(),
    skipped: z.number().optional(),
    bad: z.number().optional(),
    paperId: z.number().nullable().optional(),
    state: z.enum(["draft", "in_review"]).optional(),
    /** Somebody else brought so many of them into the bank between the look and the writing; nothing was written. */
    newTwins: z.number().optional(),
  })
  .catch({});
export type Course = z.output<typeof courseSchema>;

/** An import with what every permission asks for. */
export async function findImport(db: Db | Tx, id: number) {
  const { fileName, format, state, digest, branchId, category, isPrivate, problems, result, createdBy, createdAt, endedAt, revision } =
    questionImports;
  const [row] = await db
    .select({
      id: questionImports.id,
      fileName,
      format,
      state,
      digest,
      branchId,
      branchName: branches.name,
      path: branches.path,
      category,
      isPrivate,
      problems,
      result,
      createdBy,
      createdByName: people.name,
      createdAt,
      endedAt,
      revision,
    })
    .from(questionImports)
    .innerJoin(people, eq(people.id, createdBy))
    .leftJoin(branches, eq(branches.id, branchId))
    .where(eq(questionImports.id, id));
  if (!row) return undefined;
  return { ...row, problems: z.array(problemSchema).parse(row.problems), course: courseSchema.parse(row.result ?? {}) };
}
export type BroughtFile = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The same for a change: two pages that mend one file take turns. */
export async function lockImport(tx: Tx, id: number): Promise<BroughtFile | undefined> {
  await tx.execute(sql`select 1 from question_imports where id = ${id} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findImport(tx, id);
}

/** Refuses a change to a file that is not open, or that another page has changed since it was read. */
export function refuseMoved(brought: BroughtFile, revision: number): void {
  if (brought.state !== "open") throw new Refusal("import-not-open");
  if (brought.revision !== revision) throw new Refusal("import-changed", { revision: brought.revision });
}
