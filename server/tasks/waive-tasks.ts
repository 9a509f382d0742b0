import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudits } from "#server/audit/write-audit.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { type LockedTask, lockAll, lockTasks } from "./lock-task.ts";
import { taskIdsSchema } from "./many-tasks.ts";
import { UNFINISHED } from "./state-in-sql.ts";
import { tellOwners } from "./tell-owners.ts";

const input = z
  .strictObject({
    /** The tasks themselves; or a person, known by number, with a programme, where reports carry no names. */
    taskIds: taskIdsSchema.optional(),
    staffNo: blankable(lineSchema(60)),
    programmeId: blankable(idSchema),
    itemId: blankable(idSchema),
    reason: lineSchema(500),
  })
  .refine(({ taskIds, staffNo }) => (taskIds === undefined) !== (staffNo === undefined), { path: ["staffNo"], message: "one-of" })
  .refine(({ staffNo, programmeId }) => staffNo === undefined || programmeId !== undefined, {
    path: ["programmeId"],
    message: "invalid_type",
  });
type Wishes = z.output<typeof input>;

/** What the person still owes of the programme. Nobody with this number, or nothing owed: undefined, like what one may not see. */
async function ofPerson(tx: Tx, { staffNo, programmeId, itemId }: Wishes): Promise<LockedTask[] | undefined> {
  const ofItem = itemId === undefined ? sql`` : sql` and t.item_id = ${itemId}`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select t.id from tasks t join people p on p.id = t.person_id
    where p.staff_no = ${staffNo} and t.programme_id = ${programmeId}${ofItem} and ${UNFINISHED}`);
  const found = await lockTasks(
    tx,
    rows.map(({ id }) => Number(id)),
  );
  return found.length > 0 ? found : undefined;
}

/** Excuses owners from tasks, with a reason, all of the chosen or none. What is done already needs no excuse. */
export const waiveTasks = command({
  at: "POST /api/desk/tasks/waive",
  input,
  output: z.object({ waived: z.number() }),
  refusals: ["task-ended"],
  door: "desk",
  load: (tx, wishes) => (wishes.taskIds ? lockAll(tx, wishes.taskIds) : ofPerson(tx, wishes)),
  may: (viewer, tasks) => tasks.every((task) => can.waiveTask(viewer, task)),
  async run(tx, tasks, { reason }, context) {
    const { viewer, now } = context;
    const ids = tasks.map(({ id }) => id);
    const { rowCount } = await tx.execute(sql`
      update tasks t set waived_at = ${now}, waived_by = ${viewer.personId}, waiver_reason = ${reason}
      where t.id = any(${sql.param(ids)}::bigint[]) and ${UNFINISHED}`);
    const left = ids.length - (rowCount ?? 0);
    if (left > 0) throw new Refusal("task-ended", { count: left });
    await tellOwners(tx, tasks, { kind: "task-waived", now });
    await writeAudits(
      tx,
      context,
      tasks.map(({ id, branchId, title }) => ({
        ...{ action: "task.waive", object: "task", objectId: id, branchId, reason },
        after: { title },
      })),
    );
    return { waived: ids.length };
  },
});
