import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { files } from "#db/schema/files.ts";

/** A file that lies beside a text, read at /api/files/:id/:name. */
export const attachmentSchema = z.object({ id: z.number(), name: z.string(), contentType: z.string(), size: z.number() });

/** The files of a text that are in its list, in the order they came. */
export function attachmentsOf(db: Db, materialId: number) {
  const { id, name, contentType, size } = files;
  return db
    .select({ id, name, contentType, size })
    .from(files)
    .where(and(eq(files.materialId, materialId), isNull(files.removedAt)))
    .orderBy(asc(id));
}
