import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";

const MOST = 6;

/** Texts published since the branch last held a meeting of this kind, the newest first: what the first item proposes (R01). */
export async function listNewTexts(
  db: Db,
  viewer: Member,
  meeting: Readonly<{ id: number; kind: string; branchId: number; startsAt: Date }>,
) {
  const last = sql`coalesce((select max(m.starts_at) from meetings m where m.kind = ${meeting.kind} and m.branch_id = ${meeting.branchId}
    and m.id <> ${meeting.id} and m.cancelled_at is null and m.starts_at < ${meeting.startsAt}), '-infinity')`;
  return db
    .select({ slug: materials.slug, title: materialVersions.title })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(
      and(
        visibleTo(viewer),
        isNotNull(materials.publishedVersionId),
        sql`${materials.createdAt} > ${last}`,
        sql`not exists (select 1 from agenda_items a where a.meeting_id = ${meeting.id} and a.material_id = ${materials.id} and a.removed_at is null)`,
      ),
    )
    .orderBy(desc(materialVersions.id))
    .limit(MOST);
}
