import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/** A task with what the permissions and the refusals need to know of it. */
export type LockedTask = Readonly<{
  id: number;
  personId: number | null;
  branchId: number;
  path: string;
  programmePath: string | null;
  title: string;
  body: string;
  dueAt: Date | null;
  createdAt: Date;
  createdBy: number | null;
  doneAt: Date | null;
  waivedAt: Date | null;
  waiverReason: string;
  cancelledAt: Date | null;
}>;

type Row = {
  id: string;
  person_id: string | null;
  branch_id: string;
  path: string;
  programme_path: string | null;
  title: string;
  body: string;
  due_at: Date | null;
  created_at: Date;
  created_by: string | null;
  done_at: Date | null;
  waived_at: Date | null;
  waiver_reason: string;
  cancelled_at: Date | null;
};

const number = (id: string | null): number | null => (id === null ? null : Number(id));
const moment = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

function taskOf(row: Row): LockedTask {
  return {
    ...{ id: Number(row.id), personId: number(row.person_id), branchId: Number(row.branch_id), createdBy: number(row.created_by) },
    ...{ path: row.path, programmePath: row.programme_path, title: row.title, body: row.body, waiverReason: row.waiver_reason },
    ...{ dueAt: moment(row.due_at), createdAt: new Date(row.created_at), doneAt: moment(row.done_at) },
    ...{ waivedAt: moment(row.waived_at), cancelledAt: moment(row.cancelled_at) },
  };
}

/** The tasks with these numbers, in their order. */
async function tasksOf(db: Db | Tx, ids: readonly number[]): Promise<LockedTask[]> {
  const { rows } = await db.execute<Row>(sql`
    select t.id, t.person_id, t.branch_id, b.path, pb.path as programme_path, coalesce(i.title, t.title) as title, t.body, t.due_at,
      t.created_at, t.created_by, t.done_at, t.waived_at, t.waiver_reason, t.cancelled_at
    from tasks t join branches b on b.id = t.branch_id left join programme_items i on i.id = t.item_id
      left join programmes p on p.id = t.programme_id left join branches pb on pb.id = p.branch_id
    where t.id = any(${sql.param([...ids])}::bigint[]) order by t.id`);
  return rows.map(taskOf);
}

/**
 * The tasks with these numbers, held against changes by others until the transaction ends; locked in the order of their numbers, so
 * that two who hold many do not wait for each other for ever.
 */
export async function lockTasks(tx: Tx, ids: readonly number[]): Promise<LockedTask[]> {
  await tx.execute(sql`select 1 from tasks where id = any(${sql.param([...ids])}::bigint[]) order by id for no key update`);
  // A statement of its own: the one above began before the wait for the locks.
  return tasksOf(tx, ids);
}

/** The one with this number, held. */
export async function lockTask(tx: Tx, id: number): Promise<LockedTask | undefined> {
  return (await lockTasks(tx, [id]))[0];
}

/** The tasks with these numbers, held; undefined when any of them is missing. */
export async function lockAll(tx: Tx, ids: readonly number[]): Promise<LockedTask[] | undefined> {
  const found = await lockTasks(tx, ids);
  return found.length === ids.length ? found : undefined;
}

/** The one with this number, as it stands. */
export async function findTask(db: Db, id: number): Promise<LockedTask | undefined> {
  return (await tasksOf(db, [id]))[0];
}
