import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { papers } from "#db/schema/papers.ts";
import { branches } from "#db/schema/people.ts";

/** A paper with the path of its branch: what every permission asks for. */
export async function findPaper(db: Db | Tx, id: number) {
  const { title, branchId, kind, sections, changedAt, archivedAt, revision } = papers;
  const [row] = await db
    .select({
      id: papers.id,
      title,
      branchId,
      branchName: branches.name,
      path: branches.path,
      kind,
      sections,
      changedAt,
      archivedAt,
      revision,
    })
    .from(papers)
    .innerJoin(branches, eq(branches.id, papers.branchId))
    .where(eq(papers.id, id));
  return row;
}

export type PaperSubject = NonNullable<Awaited<ReturnType<typeof findPaper>>>;

/** The same for a change: two who change one paper are taken one after the other. */
export async function lockPaper(tx: Tx, id: number): Promise<PaperSubject | undefined> {
  await tx.execute(sql`select 1 from papers where id = ${id} for update`);
  return findPaper(tx, id);
}
