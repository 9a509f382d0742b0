import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { questionImports } from "#db/schema/question-imports.ts";

/** The files of questions one has handed in, for the own export; not what stood in them, which holds keys. */
export async function myImportData(db: Db, personId: number) {
  const { id, fileName, format, state, createdAt, endedAt } = questionImports;
  return {
    questionImports: await db
      .select({ fileName, format, state, createdAt, endedAt })
      .from(questionImports)
      .where(eq(questionImports.createdBy, personId))
      .orderBy(asc(id)),
  };
}
