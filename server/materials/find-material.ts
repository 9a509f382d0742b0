import { desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";
import { takeLock } from "#server/take-lock.ts";

/** A material as the desk knows it, with the path every permission asks for. */
export async function findMaterial(db: Db | Tx, slug: string) {
  const { id, branchId, collection, audienceTags, archivedAt, publishedVersionId, reviewVersionId } = materials;
  const [row] = await db
    .select({
      id,
      slug: materials.slug,
      branchId,
      collection,
      audienceTags,
      archivedAt,
      publishedVersionId,
      reviewVersionId,
      path: branches.path,
      branchName: branches.name,
    })
    .from(materials)
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(eq(materials.slug, slug));
  return row;
}

export type DeskMaterial = NonNullable<Awaited<ReturnType<typeof findMaterial>>>;

/** The same for a change: two editors of one text are taken one after the other. */
export async function lockMaterial(tx: Tx, slug: string): Promise<DeskMaterial | undefined> {
  await tx.execute(sql`select 1 from materials where slug = ${slug} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findMaterial(tx, slug);
}

/** The newest wording, published or not. */
export async function latestVersion(db: Db | Tx, materialId: number) {
  const [row] = await db
    .select()
    .from(materialVersions)
    .where(eq(materialVersions.materialId, materialId))
    .orderBy(desc(materialVersions.number))
    .limit(1);
  if (!row) throw new Error(`material ${materialId} has no version`);
  return row;
}

/** A picture has another number in every text: it is no difference between two. */
const PICTURES = "\\]\\((?:picture:[0-9]+|/api/files/[^)]*)\\)";

/** Another material that has this very text, in its newest wording or an older one. */
export async function findSameText(db: Db | Tx, body: string, exceptId = 0): Promise<{ slug: string; title: string } | null> {
  const plain = body.replaceAll(new RegExp(PICTURES, "gu"), "](picture)");
  const { rows } = await db.execute<{ slug: string; title: string }>(sql`
    select m.slug, latest.title from materials m
    join lateral (select title from material_versions where material_id = m.id order by number desc limit 1) latest on true
    where m.id <> ${exceptId} and exists (
      select 1 from material_versions v where v.material_id = m.id
        and regexp_replace(v.body, ${PICTURES}, '](picture)', 'g') = ${plain})
    order by m.id limit 1`);
  return rows[0] ?? null;
}

/** Refuses a text that the library has already, and names the one that has it. */
export async function refuseSameText(tx: Tx, body: string, exceptId?: number): Promise<void> {
  await takeLock(tx, "library");
  const same = await findSameText(tx, body, exceptId);
  if (same) throw new Refusal("already-in-library", { ...same, field: "body" });
}
