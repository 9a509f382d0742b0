import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { TASK_STATES } from "#domain/tasks/state.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { matching } from "#server/people/visible-people.ts";
import { inState, UNFINISHED } from "./state-in-sql.ts";
import { ledgerTasks } from "./visible-tasks.ts";

const DAY_MS = 86_400_000;
/** A day of the organisation's calendar (UTC+8), from its first moment; `endOf`: until its last. */
const dayOf = (endOf: boolean) => z.iso.date().transform((day) => new Date(Date.parse(`${day}T00:00:00+08:00`) + (endOf ? DAY_MS : 0)));

/** How the ledger can be narrowed; all of it can stand in an address. */
export const taskFilter = {
  programmeId: blankable(idSchema),
  itemId: blankable(idSchema),
  branchId: blankable(idSchema),
  kind: blankable(z.enum(["programme", "ad_hoc"])),
  state: blankable(z.enum([...TASK_STATES, "unfinished"])),
  dueFrom: blankable(dayOf(false)),
  dueTo: blankable(dayOf(true)),
  overdue: blankable(flagSchema),
};
/** A person is looked for only where persons are shown. */
export const personFilter = { q: blankable(z.string().max(60)) };
export type TaskFilter = Readonly<z.output<z.ZodObject<typeof taskFilter>>>;

function standing({ state, overdue }: TaskFilter, now: Date): SQL[] {
  const wanted = state === undefined ? [] : [state === "unfinished" ? UNFINISHED : inState(state, now)];
  return overdue ? [...wanted, inState("overdue", now)] : wanted;
}

/** So many of one name are told by number; of more the database keeps the list itself. */
const MOST_CALLED = 1_000;

/**
 * Which of `tasks t` are owed by somebody called so. People are looked for once, and not once for every statement of a page: there is no
 * index for a part of a Chinese name, and with numbers the ledger is read by person (P13).
 */
export async function ofPersonCalled(db: Db | Tx, q: string | undefined): Promise<SQL> {
  const where = q === undefined ? undefined : matching(q);
  if (!where) return sql`true`;
  const called = sql`select ${people.id} from ${people} where (${where})`;
  const { rows } = await db.execute<{ id: string }>(
    sql`${called} and exists (select 1 from tasks t where t.person_id = ${people.id}) limit ${MOST_CALLED + 1}`,
  );
  if (rows.length > MOST_CALLED) return sql`t.person_id in (${called})`;
  return sql`t.person_id = any(${sql.param(rows.map(({ id }) => Number(id)))}::bigint[])`;
}

/** Which of `tasks t` the viewer's ledger shows, narrowed by the filter. */
export function filtered(viewer: Member, filter: TaskFilter, now: Date): SQL {
  const { programmeId, itemId, branchId, kind, dueFrom, dueTo } = filter;
  const parts = [
    ledgerTasks(viewer, branchId),
    ...(programmeId === undefined ? [] : [sql`t.programme_id = ${programmeId}`]),
    ...(itemId === undefined ? [] : [sql`t.item_id = ${itemId}`]),
    ...(kind === undefined ? [] : [kind === "ad_hoc" ? sql`t.item_id is null` : sql`t.item_id is not null`]),
    ...standing(filter, now),
    ...(dueFrom === undefined ? [] : [sql`t.due_at >= ${dueFrom}`]),
    ...(dueTo === undefined ? [] : [sql`t.due_at < ${dueTo}`]),
  ];
  return sql.join(parts, sql` and `);
}
