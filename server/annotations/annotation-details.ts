import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { annotationAnchors, annotations } from "#db/schema/annotations.ts";
import { groups } from "#db/schema/groups.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";

/** The words of annotations the viewer was found to see, with who wrote them and where they stand in a wording, by number. */
export async function annotationDetails(db: Db, ids: number[], versionId: number) {
  if (ids.length === 0) return new Map<number, never>();
  const { state, block, blockStart, blockEnd } = annotationAnchors;
  const rows = await db
    .select({
      ...{ id: annotations.id, body: annotations.body, exact: annotations.exact, groupId: annotations.groupId },
      ...{ createdAt: annotations.createdAt, editedAt: annotations.editedAt },
      ...{ group: groups.name, name: people.name, branch: branches.name, number: materialVersions.number },
      anchor: { state, block, blockStart, blockEnd },
    })
    .from(annotations)
    .innerJoin(people, eq(people.id, annotations.personId))
    .innerJoin(branches, eq(branches.id, annotations.branchId))
    .innerJoin(materialVersions, eq(materialVersions.id, annotations.versionId))
    .leftJoin(groups, eq(groups.id, annotations.groupId))
    .leftJoin(annotationAnchors, and(eq(annotationAnchors.annotationId, annotations.id), eq(annotationAnchors.versionId, versionId)))
    .where(inArray(annotations.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
