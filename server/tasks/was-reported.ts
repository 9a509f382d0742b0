import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { taskEvidence } from "#db/schema/tasks.ts";

/** Whether the task was reported done at any time, whatever became of it afterwards. */
export async function wasReported(db: Db | Tx, taskId: number): Promise<boolean> {
  return (await db.$count(taskEvidence, and(eq(taskEvidence.taskId, taskId), eq(taskEvidence.kind, "evidence")))) > 0;
}
