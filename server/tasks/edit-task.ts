import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { tasks } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { changesBetween } from "#server/changes-between.ts";
import { idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockTask } from "./lock-task.ts";
import { bodySchema, dueSchema, refusePast, taskTitle } from "./task-fields.ts";
import { unitPeople } from "./unit-people.ts";

const MINUTE_MS = 60_000;
const minuteOf = (at: Date | null | undefined): number => Math.floor((at?.getTime() ?? 0) / MINUTE_MS);
/** A form speaks of minutes: the minute that stands is no change. */
const wantedDue = (stands: Date | null, said: Date | undefined): Date | null =>
  minuteOf(stands) === minuteOf(said) ? stands : (said ?? null);

/** Changes what is to be done and until when, while it is not done; an empty field of the form takes the due date away. */
export const editTask = command({
  at: "POST /api/desk/tasks/:id",
  input: z.strictObject({ id: idSchema, title: taskTitle, body: bodySchema, dueAt: dueSchema }),
  output: z.object({ changed: z.array(z.string()) }),
  refusals: ["due-is-past", "task-of-programme", "task-ended"],
  door: "desk",
  load: (tx, { id }) => lockTask(tx, id),
  may: can.runTask,
  async run(tx, task, { id, title, body = "", dueAt }, context) {
    if (task.programmePath !== null) throw new Refusal("task-of-programme");
    const { before, after } = changesBetween(
      { title: task.title, body: task.body, dueAt: task.dueAt },
      { title, body, dueAt: wantedDue(task.dueAt, dueAt) },
    );
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    if (after.dueAt) refusePast(after.dueAt, context.now);
    const open = and(eq(tasks.id, id), isNull(tasks.doneAt), isNull(tasks.waivedAt), isNull(tasks.cancelledAt));
    const { rowCount } = await tx.update(tasks).set(after).where(open);
    if (rowCount === 0) throw new Refusal("task-ended");
    const personIds = task.personId === null ? await unitPeople(tx, [task.branchId]) : [task.personId];
    await giveNotice(tx, { personIds, kind: "task-changed", params: { title }, path: `/tasks/${id}`, now: context.now });
    await writeAudit(tx, { context, action: "task.edit", object: "task", objectId: id, branchId: task.branchId, before, after });
    return { changed };
  },
});
