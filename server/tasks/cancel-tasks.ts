import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudits } from "#server/audit/write-audit.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockAll } from "./lock-task.ts";
import { taskIdsSchema } from "./many-tasks.ts";
import { UNFINISHED } from "./state-in-sql.ts";
import { tellOwners } from "./tell-owners.ts";

/** Takes ad-hoc tasks back that nobody has done yet, all of the chosen or none, with a reason for the ledger. */
export const cancelTasks = command({
  at: "POST /api/desk/tasks/cancel",
  input: z.strictObject({ taskIds: taskIdsSchema, reason: lineSchema(500) }),
  output: z.object({ cancelled: z.number() }),
  refusals: ["task-of-programme", "task-ended"],
  door: "desk",
  load: (tx, { taskIds }) => lockAll(tx, taskIds),
  may: (viewer, tasks) => tasks.every((task) => can.runTask(viewer, task)),
  async run(tx, tasks, { taskIds, reason }, context) {
    if (tasks.some(({ programmePath }) => programmePath !== null)) throw new Refusal("task-of-programme");
    const { rowCount } = await tx.execute(
      sql`update tasks t set cancelled_at = ${context.now} where t.id = any(${sql.param(taskIds)}::bigint[]) and ${UNFINISHED}`,
    );
    const left = taskIds.length - (rowCount ?? 0);
    if (left > 0) throw new Refusal("task-ended", { count: left });
    await tellOwners(tx, tasks, { kind: "task-cancelled", now: context.now });
    const entries = tasks.map(({ id, branchId, title }) => ({
      ...{ action: "task.cancel", object: "task", objectId: id, branchId, reason },
      before: { title },
    }));
    await writeAudits(tx, context, entries);
    return { cancelled: taskIds.length };
  },
});
