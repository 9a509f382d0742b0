import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { namesAccessOf } from "#server/completion/name-access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findTask } from "./lock-task.ts";
import { listTaskFiles, taskFilesSchema } from "./task-files.ts";
import { listLines, taskLine } from "./task-line.ts";
import { listThread, threadSchema } from "./task-thread.ts";
import { ledgerTasks } from "./visible-tasks.ts";

/** One task of the ledger with what was shown for it. Where reports carry no names, a person's study is not shown singly. */
export const getTask = query({
  at: "GET /api/desk/tasks/:id",
  input: z.strictObject({ id: idSchema }),
  output: taskLine.extend({
    body: z.string(),
    createdBy: z.string().nullable(),
    thread: threadSchema,
    files: taskFilesSchema,
    mayWaive: z.boolean(),
  }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { id }, { viewer, now }) {
    const [line] = await listLines(db, sql`select t.* from tasks t where t.id = ${id} and ${ledgerTasks(viewer)}`, now);
    const task = await findTask(db, id);
    if (!line || !task) throw new Refusal("not-found");
    const isStudy = line.itemId !== null && line.person !== null;
    if (isStudy && (await namesAccessOf(db, viewer, now)) === "aggregate") throw new Refusal("not-found");
    const { rows } = await db.execute<{ name: string }>(sql`select name from people where id = ${task.createdBy}`);
    return {
      ...line,
      ...{ body: task.body, createdBy: rows[0]?.name ?? null, thread: await listThread(db, id) },
      ...{ files: await listTaskFiles(db, id), mayWaive: can.waiveTask(viewer, task) },
    };
  },
});
