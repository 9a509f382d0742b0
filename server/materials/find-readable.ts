import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { visibleTo } from "./visible-materials.ts";

/** The published wording of a text, when the viewer may read it. */
export async function findReadable(db: Db | Tx, slug: string, viewer: Member) {
  const [row] = await db
    .select({
      materialId: materials.id,
      slug: materials.slug,
      collection: materials.collection,
      path: branches.path,
      audienceTags: materials.audienceTags,
      version: materialVersions,
    })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(and(eq(materials.slug, slug), visibleTo(viewer)));
  return row;
}
