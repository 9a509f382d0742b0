import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { type Context, command, fieldRefusal } from "#server/verb.ts";
import { bodySchema, dueSchema, refusePast, taskTitle } from "./task-fields.ts";
import { type Owner, ownerFields, ownersOf } from "./task-owners.ts";
import { unitPeople } from "./unit-people.ts";

const MOST_TOLD = 500;
const input = z.strictObject({ title: taskTitle, body: bodySchema, dueAt: dueSchema, ...ownerFields });
type Wishes = z.output<typeof input>;

async function write(
  tx: Tx,
  owners: readonly Owner[],
  { title, body, dueAt }: Wishes,
  { viewer, now }: Context<Member>,
): Promise<number[]> {
  const persons = sql.param(owners.map(({ personId }) => personId));
  const units = sql.param(owners.map(({ branchId }) => branchId));
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into tasks (person_id, branch_id, title, body, due_at, created_by, created_at)
    select o.person_id, o.branch_id, ${title}, ${body ?? ""}, ${dueAt ?? null}, ${viewer.personId}, ${now}
    from unnest(${persons}::bigint[], ${units}::bigint[]) as o (person_id, branch_id) returning id`);
  return rows.map(({ id }) => Number(id));
}

async function tell(tx: Tx, owners: readonly Owner[], taskIds: readonly number[], title: string, now: Date): Promise<void> {
  const persons = owners.flatMap(({ personId }) => personId ?? []);
  const units = owners.flatMap(({ personId, branchId }) => (personId === null ? [branchId] : []));
  const personIds = [...new Set([...persons, ...(await unitPeople(tx, units))])];
  const dedupe = `task-assigned ${taskIds[0]}`;
  await giveNotice(tx, { personIds, kind: "task-assigned", params: { title }, path: "/tasks", now, dedupe });
}

/** Gives one thing to do to persons, units, or everybody or every unit of a subtree: one task each, and everyone is told. */
export const assignTasks = command({
  at: "POST /api/desk/tasks",
  input,
  output: z.object({ ids: z.array(z.number()), count: z.number() }),
  refusals: ["due-is-past", "no-owner", "no-such-person", "no-such-branch", "person-disabled", "branch-closed"],
  door: "desk",
  async load(tx, { subtreeId }) {
    if (subtreeId === undefined) return { top: null };
    const top = await holdBranch(tx, subtreeId);
    return top && { top };
  },
  may: (viewer, { top }) => (top ? can.assignTask(viewer, top) : can.seeTasks(viewer)),
  async run(tx, { top }, wishes, context) {
    refusePast(wishes.dueAt, context.now);
    if (top) refuseClosed(top, "subtreeId");
    const owners = await ownersOf(tx, wishes, context.viewer);
    if (owners.length === 0) throw fieldRefusal("staffNos", "no-owner");
    const ids = await write(tx, owners, wishes, context);
    await tell(tx, owners, ids, wishes.title, context.now);
    await writeAudit(tx, {
      ...{ context, action: "task.assign", object: "task", objectId: ids[0] ?? null, branchId: top?.id ?? owners[0]?.branchId },
      after: { title: wishes.title, dueAt: wishes.dueAt ?? null, tasks: ids.length },
    });
    return { ids: ids.slice(0, MOST_TOLD), count: ids.length };
  },
});
