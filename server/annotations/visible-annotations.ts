import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Tx } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { materials } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { OVERSEERS } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";

/** The branch an annotation is shared with; `branches` itself stands for the branch of its text. */
export const sharedWith = alias(branches, "shared_with");

const inGroup = (viewer: Member): SQL<boolean> => sql<boolean>`exists (
  select 1 from group_members gm join groups g on g.id = gm.group_id
  where gm.group_id = ${annotations.groupId} and gm.person_id = ${viewer.personId} and gm.left_at is null and g.closed_at is null)`;

const readable = (viewer: Member): SQL<boolean> => sql<boolean>`coalesce((${visibleTo(viewer)}), false)`;

/** can.seeAnnotation said in SQL. Needs the joins of `annotationFacts`. */
export function visibleAnnotations(viewer: Member): SQL {
  return sql`(${annotations.personId} = ${viewer.personId}
    or (${annotations.visibility} = 'branch' and ${inSubtrees(viewer, OVERSEERS, sharedWith.path)})
    or (${readable(viewer)} and ((${annotations.visibility} = 'branch' and ${annotations.branchId} = ${viewer.branchId})
      or (${annotations.visibility} = 'group' and ${inGroup(viewer)}))))`;
}

/** What permissions ask of annotations, of all that `where` names; what one may not see is in it too. */
export function annotationFacts(db: Db | Tx, viewer: Member, where: SQL | undefined) {
  const { id, personId, kind, visibility, branchId, materialId, versionId, lang, settledAt, deletedAt } = annotations;
  return db
    .select({
      ...{ id, personId, kind, visibility, branchId, materialId, versionId, lang, settledAt, deletedAt },
      path: sharedWith.path,
      slug: materials.slug,
      publishedVersionId: materials.publishedVersionId,
      inGroup: inGroup(viewer),
      readable: readable(viewer),
    })
    .from(annotations)
    .innerJoin(sharedWith, eq(sharedWith.id, annotations.branchId))
    .innerJoin(materials, eq(materials.id, annotations.materialId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(where)
    .$dynamic();
}

/** One annotation for a change: two people at the same one are taken one after the other. */
export async function lockAnnotation(tx: Tx, id: number, viewer: Member) {
  await tx.execute(sql`select 1 from annotations where id = ${id} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  const [found] = await annotationFacts(tx, viewer, eq(annotations.id, id));
  return found;
}

/** The same, of one that nobody has taken away. */
export async function lockLiveAnnotation(tx: Tx, id: number, viewer: Member) {
  const found = await lockAnnotation(tx, id, viewer);
  return found?.deletedAt ? undefined : found;
}
