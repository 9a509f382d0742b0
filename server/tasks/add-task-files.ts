import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { MOST_TASK_FILES, takesFiles } from "#domain/tasks/evidence-files.ts";
import { fileAddress } from "#server/files/file-address.ts";
import { storeFile } from "#server/files/store-file.ts";
import { idSchema } from "#server/input-schemas.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockTask } from "./lock-task.ts";

/** One file, or several that a form without JavaScript sends under one name. */
const someFiles = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(uploadSchema).min(1).max(MOST_TASK_FILES));

/** Shows pictures, PDF and office documents for a task, all of them or none. Whoever may report it may add, before and after. */
export const addTaskFiles = command({
  at: "POST /api/tasks/:id/files",
  input: z.strictObject({ id: idSchema, file: someFiles }),
  output: z.object({ files: z.array(z.object({ id: z.number(), name: z.string(), size: z.number(), address: z.string() })) }),
  refusals: [
    ...["task-ends-by-study", "task-ended", "too-many-task-files"],
    ...["file-empty", "file-too-large", "evidence-type", "picture-damaged", "picture-too-large"],
  ],
  door: "play",
  load: (tx, { id }) => lockTask(tx, id),
  may: can.reportTask,
  async run(tx, task, { id, file: given }, { viewer, now }) {
    if (task.programmePath !== null && task.personId !== null) throw new Refusal("task-ends-by-study");
    if (!takesFiles(task)) throw new Refusal("task-ended");
    const held = await tx.$count(files, and(eq(files.taskId, id), isNull(files.removedAt)));
    if (held + given.length > MOST_TASK_FILES) throw fieldRefusal("file", "too-many-task-files", { limit: MOST_TASK_FILES });
    const kept = [];
    for (const one of given) kept.push(await storeFile(tx, { taskId: id, ...one, createdBy: viewer.personId, now }));
    return { files: kept.map(({ id: fileId, name, size }) => ({ id: fileId, name, size, address: fileAddress({ id: fileId, name }) })) };
  },
});
