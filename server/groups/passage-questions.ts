import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { annotationAnchors, annotations } from "#db/schema/annotations.ts";
import { materials } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { sharedWith, visibleAnnotations } from "#server/annotations/visible-annotations.ts";

type Passage = Readonly<{ materialId: number; versionId: number; groupId: number; blocks: ReadonlySet<string> | null }>;

/**
 * What readers asked about a passage and nobody has settled, the most shared first: questions of this group and of branches, as far as the
 * viewer may see them. `blocks` null: of the whole text.
 */
export async function passageQuestions(db: Db, { materialId, versionId, groupId, blocks }: Passage, viewer: Member) {
  const { id, body, exact, createdAt } = annotations;
  const votes = sql<number>`(select count(*)::int from annotation_votes v where v.annotation_id = ${id})`;
  const block = sql<string>`coalesce(${annotationAnchors.block}, ${annotations.block})`;
  const here = and(
    eq(annotationAnchors.annotationId, id),
    eq(annotationAnchors.versionId, versionId),
    eq(annotationAnchors.state, "anchored"),
  );
  const rows = await db
    .select({ id, body, quote: exact, createdAt, votes, block, name: people.name })
    .from(annotations)
    .innerJoin(sharedWith, eq(sharedWith.id, annotations.branchId))
    .innerJoin(people, eq(people.id, annotations.personId))
    .innerJoin(materials, eq(materials.id, annotations.materialId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .leftJoin(annotationAnchors, here)
    .where(
      and(
        ...[eq(annotations.materialId, materialId), eq(annotations.kind, "question")],
        ...[isNull(annotations.settledAt), isNull(annotations.deletedAt), visibleAnnotations(viewer)],
        or(eq(annotations.visibility, "branch"), eq(annotations.groupId, groupId)),
      ),
    )
    .orderBy(desc(votes), desc(id))
    .limit(200);
  return rows.filter((row) => blocks === null || blocks.has(row.block)).map(({ block: _block, ...row }) => row);
}
