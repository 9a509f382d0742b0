import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { letsFilesGo } from "#domain/tasks/evidence-files.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockTask } from "./lock-task.ts";
import { wasReported } from "./was-reported.ts";

/** Takes a file away that was chosen by mistake, as long as the task was never reported: afterwards what was shown stays. */
export const removeTaskFile = command({
  at: "POST /api/tasks/:id/files/:file/remove",
  input: z.strictObject({ id: idSchema, file: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["evidence-stays"],
  door: "play",
  load: (tx, { id }) => lockTask(tx, id),
  may: can.reportTask,
  async run(tx, task, { id, file }, { now }) {
    if (!letsFilesGo({ ...task, wasReported: await wasReported(tx, id) })) throw new Refusal("evidence-stays");
    const { rowCount } = await tx
      .update(files)
      .set({ removedAt: now })
      .where(and(eq(files.id, file), eq(files.taskId, id), isNull(files.removedAt)));
    if (rowCount === 0) throw new Refusal("not-found");
    return { id: file };
  },
});
