import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { taskEvidence, tasks } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockTask } from "./lock-task.ts";
import { tellOwners } from "./tell-owners.ts";

/** Hands a reported task back with a note: it is open again, and what was shown for it stays beside the note. */
export const returnTask = command({
  at: "POST /api/desk/tasks/:id/return",
  input: z.strictObject({ id: idSchema, note: textSchema(500) }),
  output: z.object({ returned: z.boolean() }),
  refusals: ["task-ends-by-study", "task-not-done"],
  door: "desk",
  load: (tx, { id }) => lockTask(tx, id),
  may: can.runTask,
  async run(tx, task, { id, note }, context) {
    const { viewer, now } = context;
    if (task.programmePath !== null && task.personId !== null) throw new Refusal("task-ends-by-study");
    const done = and(eq(tasks.id, id), isNotNull(tasks.doneAt));
    const { rowCount } = await tx.update(tasks).set({ doneAt: null, doneBy: null }).where(done);
    if (rowCount === 0) throw new Refusal("task-not-done");
    await tx.insert(taskEvidence).values({ taskId: id, personId: viewer.personId, kind: "return", body: note, createdAt: now });
    await tellOwners(tx, [task], { kind: "task-returned", now, note: note.slice(0, 100) });
    await writeAudit(tx, {
      ...{ context, action: "task.return", object: "task", objectId: id, branchId: task.branchId, reason: note },
      before: { doneAt: task.doneAt },
    });
    return { returned: true };
  },
});
