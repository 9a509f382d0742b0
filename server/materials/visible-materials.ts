import { and, arrayOverlaps, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { materials } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";

/** can.readMaterial said in SQL. Needs `materials` left joined with `branches`. */
export function visibleTo(viewer: Member): SQL | undefined {
  return and(
    isNotNull(materials.publishedVersionId),
    isNull(materials.archivedAt),
    or(isNull(materials.branchId), sql`starts_with(${viewer.branchPath}, ${branches.path})`),
    or(
      sql`${materials.audienceTags} = '{}'`,
      viewer.tags.length === 0 ? undefined : arrayOverlaps(materials.audienceTags, [...viewer.tags]),
    ),
  );
}

/** can.editMaterial said in SQL, of somebody who may see the desk's list at all. Needs the same join. */
export function editableBy(viewer: Member): SQL | undefined {
  return or(isNull(materials.branchId), inSubtrees(viewer, ["admin", "organizer", "reviewer"]));
}
