import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { fileAddress } from "#server/files/file-address.ts";

/** The files that are shown for a task, in the order they were added. */
export const taskFilesSchema = z.array(
  z.object({ id: z.number(), name: z.string(), size: z.number(), address: z.string(), addedBy: z.string().nullable(), addedAt: z.date() }),
);

export async function listTaskFiles(db: Db, taskId: number): Promise<z.output<typeof taskFilesSchema>> {
  const { id, name, size, createdAt } = files;
  const rows = await db
    .select({ id, name, size, addedAt: createdAt, addedBy: people.name })
    .from(files)
    .leftJoin(people, eq(people.id, files.createdBy))
    .where(and(eq(files.taskId, taskId), isNull(files.removedAt)))
    .orderBy(asc(id));
  return rows.map((row) => ({ ...row, address: fileAddress(row) }));
}
