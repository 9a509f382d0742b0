import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { taskEvidence, tasks } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { type Context, command } from "#server/verb.ts";
import { type LockedTask, lockTask } from "./lock-task.ts";

async function tellIssuer(tx: Tx, task: LockedTask, { viewer, now }: Context<Member>): Promise<void> {
  if (task.createdBy === null || task.createdBy === viewer.personId) return;
  const params = { title: task.title, name: viewer.name };
  await giveNotice(tx, { personIds: [task.createdBy], kind: "task-reported", params, path: `/desk/tasks/${task.id}`, now });
}

/** An owner says that an ad-hoc task is done, and shows it; who answers for a unit does so for the unit. Study itself ends the others. */
export const reportTask = command({
  at: "POST /api/tasks/:id/report",
  input: z.strictObject({ id: idSchema, body: textSchema(4_000) }),
  output: z.object({ doneAt: z.date() }),
  refusals: ["task-ends-by-study", "task-ended"],
  door: "play",
  load: (tx, { id }) => lockTask(tx, id),
  may: can.reportTask,
  async run(tx, task, { id, body }, context) {
    const { viewer, now } = context;
    if (task.programmePath !== null && task.personId !== null) throw new Refusal("task-ends-by-study");
    const open = and(eq(tasks.id, id), isNull(tasks.doneAt), isNull(tasks.waivedAt), isNull(tasks.cancelledAt));
    const { rowCount } = await tx.update(tasks).set({ doneAt: now, doneBy: viewer.personId }).where(open);
    if (rowCount === 0) throw new Refusal("task-ended");
    await tx.insert(taskEvidence).values({ taskId: id, personId: viewer.personId, body, createdAt: now });
    await tellIssuer(tx, task, context);
    return { doneAt: now };
  },
});
