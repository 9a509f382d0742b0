import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { letsFilesGo, takesFiles } from "#domain/tasks/evidence-files.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findTask } from "./lock-task.ts";
import { listTaskFiles, taskFilesSchema } from "./task-files.ts";
import { listLines, taskLine } from "./task-line.ts";
import { listThread, threadSchema } from "./task-thread.ts";
import { owedBy } from "./visible-tasks.ts";

/** One of one's own tasks, or of a unit one answers for, with what was shown for it. */
export const getMyTask = query({
  at: "GET /api/tasks/:id",
  input: z.strictObject({ id: idSchema }),
  output: taskLine.extend({
    body: z.string(),
    createdBy: z.string().nullable(),
    thread: threadSchema,
    files: taskFilesSchema,
    mayReport: z.boolean(),
    mayAddFiles: z.boolean(),
    mayRemoveFiles: z.boolean(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const [line] = await listLines(db, sql`select t.* from tasks t where t.id = ${id} and ${owedBy(viewer)}`, now);
    const task = await findTask(db, id);
    if (!line || !task) throw new Refusal("not-found");
    const { rows } = await db.execute<{ name: string }>(sql`select name from people where id = ${task.createdBy}`);
    const isShown = line.itemId === null || line.person === null;
    const mayReport = isShown && (line.state === "open" || line.state === "overdue");
    const [thread, files] = [await listThread(db, id), await listTaskFiles(db, id)];
    const mayRemoveFiles = isShown && letsFilesGo({ ...task, wasReported: thread.some(({ kind }) => kind === "evidence") });
    const rights = { mayReport, mayAddFiles: isShown && takesFiles(task), mayRemoveFiles };
    return { ...line, ...rights, body: task.body, createdBy: rows[0]?.name ?? null, thread, files };
  },
});
