import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { programmeItems, programmes } from "#db/schema/programmes.ts";
import type { Member } from "#domain/people/viewer.ts";

/** The item of a published programme for the viewer's branch that asks for a piece of writing. */
export async function findPrompt(db: Db | Tx, itemId: number, viewer: Member) {
  const [item] = await db
    .select({
      id: programmeItems.id,
      title: programmeItems.title,
      titleEn: programmeItems.titleEn,
      prompt: programmeItems.prompt,
      dueAt: programmeItems.dueAt,
      materialId: programmeItems.materialId,
      programme: programmes.title,
      slug: programmes.slug,
    })
    .from(programmeItems)
    .innerJoin(programmes, eq(programmes.id, programmeItems.programmeId))
    .innerJoin(branches, eq(branches.id, programmes.branchId))
    .where(
      and(
        ...[eq(programmeItems.id, itemId), eq(programmeItems.kind, "reflection"), isNull(programmeItems.retiredAt)],
        ...[isNotNull(programmes.publishedAt), isNull(programmes.cancelledAt)],
        sql`starts_with(${viewer.branchPath}, ${branches.path})`,
      ),
    );
  return item;
}
