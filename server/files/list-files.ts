import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findMaterial } from "#server/materials/find-material.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { query } from "#server/verb.ts";
import { fileAddress } from "./file-address.ts";

export const fileSchema = z.object({ id: z.number(), name: z.string(), contentType: z.string(), size: z.number(), address: z.string() });

/** The files of a text that were not taken out, oldest first. */
export async function filesOf(db: Db | Tx, materialId: number): Promise<z.output<typeof fileSchema>[]> {
  const { id, name, contentType, size } = files;
  const rows = await db
    .select({ id, name, contentType, size })
    .from(files)
    .where(and(eq(files.materialId, materialId), isNull(files.removedAt)))
    .orderBy(asc(id));
  return rows.map((row) => ({ ...row, address: fileAddress(row) }));
}

/** What hangs on a text, for its editors. */
export const listFiles = query({
  at: "GET /api/desk/materials/:slug/files",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({ items: z.array(fileSchema) }),
  door: "desk",
  may: can.seeMaterialsDesk,
  async run(db, { slug }, { viewer }) {
    const material = await findMaterial(db, slug);
    if (!material || !can.editMaterial(viewer, material)) throw new Refusal("not-found");
    return { items: await filesOf(db, material.id) };
  },
});
