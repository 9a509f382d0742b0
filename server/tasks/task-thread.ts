import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { taskEvidence } from "#db/schema/tasks.ts";

/** What an owner showed for a task and what was said when it was handed back, in order. */
export const threadSchema = z.array(
  z.object({ id: z.number(), kind: z.enum(["evidence", "return"]), name: z.string(), body: z.string(), createdAt: z.date() }),
);

export async function listThread(db: Db, taskId: number): Promise<z.output<typeof threadSchema>> {
  const { id, kind, body, createdAt } = taskEvidence;
  return db
    .select({ id, kind, body, createdAt, name: people.name })
    .from(taskEvidence)
    .innerJoin(people, eq(people.id, taskEvidence.personId))
    .where(eq(taskEvidence.taskId, taskId))
    .orderBy(asc(id));
}
