import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";

/** Programmes joined with their branch, ready for a condition. */
export function programmeRows(tx: Db | Tx) {
  return tx
    .select({
      id: programmes.id,
      slug: programmes.slug,
      kind: programmes.kind,
      title: programmes.title,
      titleEn: programmes.titleEn,
      intro: programmes.intro,
      introEn: programmes.introEn,
      branchId: programmes.branchId,
      branchName: branches.name,
      path: branches.path,
      opensAt: programmes.opensAt,
      closesAt: programmes.closesAt,
      certificateTitle: programmes.certificateTitle,
      certificateTitleEn: programmes.certificateTitleEn,
      race: programmes.race,
      copiedFromId: programmes.copiedFromId,
      publishedAt: programmes.publishedAt,
      cancelledAt: programmes.cancelledAt,
      revision: programmes.revision,
    })
    .from(programmes)
    .innerJoin(branches, eq(branches.id, programmes.branchId));
}

/** A programme with the path of its branch: what every permission asks for. */
export async function findProgramme(tx: Db | Tx, slug: string) {
  const [row] = await programmeRows(tx).where(eq(programmes.slug, slug));
  return row;
}

export type ProgrammeSubject = NonNullable<Awaited<ReturnType<typeof findProgramme>>>;

/** The same for a change: who edits, publishes or syncs one programme is taken one after the other. */
export async function lockProgramme(tx: Tx, slug: string): Promise<ProgrammeSubject | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('programme', id)) from programmes where slug = ${slug}`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findProgramme(tx, slug);
}
