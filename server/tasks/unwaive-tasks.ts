import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudits } from "#server/audit/write-audit.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";
import { command } from "#server/verb.ts";
import { lockAll } from "./lock-task.ts";
import { taskIdsSchema } from "./many-tasks.ts";
import { tellOwners } from "./tell-owners.ts";

/** Takes an excuse back, with a reason: the task stands again, or is done at once when its owner has done it meanwhile. */
export const unwaiveTasks = command({
  at: "POST /api/desk/tasks/unwaive",
  input: z.strictObject({ taskIds: taskIdsSchema, reason: lineSchema(500) }),
  output: z.object({ unwaived: z.number() }),
  refusals: ["task-not-waived"],
  door: "desk",
  load: (tx, { taskIds }) => lockAll(tx, taskIds),
  may: (viewer, tasks) => tasks.every((task) => can.waiveTask(viewer, task)),
  async run(tx, tasks, { taskIds, reason }, context) {
    const list = sql.param(taskIds);
    const { rowCount } = await tx.execute(
      sql`update tasks set waived_at = null, waived_by = null, waiver_reason = '' where id = any(${list}::bigint[]) and waived_at is not null`,
    );
    const left = taskIds.length - (rowCount ?? 0);
    if (left > 0) throw new Refusal("task-not-waived", { count: left });
    await settleTasks(tx, sql`t.id = any(${list}::bigint[])`);
    await tellOwners(tx, tasks, { kind: "task-unwaived", now: context.now });
    await writeAudits(
      tx,
      context,
      tasks.map(({ id, branchId, title, waiverReason }) => ({
        ...{ action: "task.unwaive", object: "task", objectId: id, branchId, reason },
        before: { title, waiverReason },
      })),
    );
    return { unwaived: taskIds.length };
  },
});
