import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findTask } from "./lock-task.ts";
import { listLines, taskLine } from "./task-line.ts";
import { listThread, threadSchema } from "./task-thread.ts";
import { owedBy } from "./visible-tasks.ts";

/** One of one's own tasks, or of a unit one answers for, with what was shown for it. */
export const getMyTask = query({
  at: "GET /api/tasks/:id",
  input: z.strictObject({ id: idSchema }),
  output: taskLine.extend({ body: z.string(), createdBy: z.string().nullable(), thread: threadSchema, mayReport: z.boolean() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const [line] = await listLines(db, sql`select t.* from tasks t where t.id = ${id} and ${owedBy(viewer)}`, now);
    const task = await findTask(db, id);
    if (!line || !task) throw new Refusal("not-found");
    const { rows } = await db.execute<{ name: string }>(sql`select name from people where id = ${task.createdBy}`);
    const mayReport = (line.itemId === null || line.person === null) && (line.state === "open" || line.state === "overdue");
    return { ...line, ...{ body: task.body, createdBy: rows[0]?.name ?? null, thread: await listThread(db, id), mayReport } };
  },
});
