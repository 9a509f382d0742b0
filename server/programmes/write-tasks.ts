import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";

/** domain/programmes/due-of.ts said in SQL. */
export const DUE_AT = sql`case when i.is_required then coalesce(i.due_at, mo.closes_at, p.closes_at) end`;
const LONGEST_MS = 180_000;
const IS_OPEN = sql`t.done_at is null and t.waived_at is null and t.cancelled_at is null`;

/** Items in force of published programmes that have not been called off. */
const itemsOf = (programmeId: number, owner: "person" | "unit"): SQL => sql`
  programmes p join branches top on top.id = p.branch_id
  join programme_items i on i.programme_id = p.id and i.retired_at is null and i.owner = ${owner}
  join programme_modules mo on mo.id = i.module_id and mo.retired_at is null
  where p.id = ${programmeId} and p.published_at is not null and p.cancelled_at is null`;

/** Active people below a branch, each with the audience of the programme they belong to: audienceOf, said in SQL. */
const peopleOf = (programmeId: number): SQL => sql`
  select m.id as person_id, m.branch_id, (
    select a.id from programme_audiences a where a.programme_id = p.id and (cardinality(a.tags) = 0 or a.tags && m.tags) order by a.place limit 1
  ) as audience_id
  from programmes p join branches top on top.id = p.branch_id join branches b on starts_with(b.path, top.path)
  join people m on m.branch_id = b.id and m.disabled_at is null where p.id = ${programmeId}`;

/** Who owes which item: one row a person and item. */
const owedByPeople = (programmeId: number): SQL => sql`
  select o.*, m.person_id, m.branch_id from (
    select p.id as programme_id, i.id as item_id, i.audience_ids, ${DUE_AT} as due_at from ${itemsOf(programmeId, "person")}
  ) o join (${peopleOf(programmeId)}) m on cardinality(o.audience_ids) = 0 or m.audience_id = any(o.audience_ids)`;

/** Which units owe which item: the open branches of the subtree that have people. */
const owedByUnits = (programmeId: number): SQL => sql`
  select o.programme_id, o.item_id, o.due_at, b.id as branch_id from (
    select p.id as programme_id, i.id as item_id, top.path, ${DUE_AT} as due_at from ${itemsOf(programmeId, "unit")}
  ) o join branches b on starts_with(b.path, o.path) and b.closed_at is null
    and exists (select 1 from people m where m.branch_id = b.id and m.disabled_at is null)`;

async function countOf(tx: Db | Tx, statement: SQL): Promise<number> {
  return (await tx.execute(statement)).rowCount ?? 0;
}

/** Open tasks of people who left the audience (moved away, disabled, other tags) and of items withdrawn. What is done stays. */
async function cancelTasks(tx: Tx, id: number, now: Date): Promise<number> {
  const people = await countOf(
    tx,
    sql`with owed as materialized (${owedByPeople(id)})
      update tasks t set cancelled_at = ${now} where t.programme_id = ${id} and t.person_id is not null and ${IS_OPEN}
        and not exists (select 1 from owed where owed.item_id = t.item_id and owed.person_id = t.person_id)`,
  );
  const units = await countOf(
    tx,
    sql`with owed as materialized (${owedByUnits(id)})
      update tasks t set cancelled_at = ${now} where t.programme_id = ${id} and t.person_id is null and ${IS_OPEN}
        and not exists (select 1 from owed where owed.item_id = t.item_id and owed.branch_id = t.branch_id)`,
  );
  return people + units;
}

/** Open tasks follow their owner to another branch; ended ones stay where it happened (R41). */
async function moveTasks(tx: Tx, id: number): Promise<number> {
  return countOf(
    tx,
    sql`update tasks t set branch_id = m.branch_id from people m where m.id = t.person_id and t.programme_id = ${id} and ${IS_OPEN}
      and m.branch_id <> t.branch_id`,
  );
}

/** Makes what is missing, takes up again what was cancelled, and tells each person once. Returns how many tasks. */
async function addTasks(tx: Tx, id: number, now: Date): Promise<number> {
  const again = sql`do update set cancelled_at = null, branch_id = excluded.branch_id, due_at = excluded.due_at where tasks.cancelled_at is not null`;
  const { rows } = await tx.execute<{ made: number }>(sql`
    with made as (
      insert into tasks (programme_id, item_id, person_id, branch_id, due_at, created_at)
      select o.programme_id, o.item_id, o.person_id, o.branch_id, o.due_at, ${now} from (${owedByPeople(id)}) o
      on conflict (item_id, person_id) where person_id is not null ${again} returning person_id
    ), told as (
      insert into notices (person_id, kind, params, path, created_at, dedupe)
      select w.person_id, 'programme-published', jsonb_build_object('title', p.title, 'titleEn', p.title_en), '/study/' || p.slug, ${now},
        'programme-published:' || p.id
      from (select distinct person_id from made) w, programmes p where p.id = ${id}
      on conflict (person_id, dedupe) do nothing
    ) select count(*)::int as made from made`);
  const units = await countOf(
    tx,
    sql`insert into tasks (programme_id, item_id, branch_id, due_at, created_at)
      select o.programme_id, o.item_id, o.branch_id, o.due_at, ${now} from (${owedByUnits(id)}) o
      on conflict (item_id, branch_id) where person_id is null and item_id is not null ${again}`,
  );
  return (rows[0]?.made ?? 0) + units;
}

export type SyncedTasks = { made: number; moved: number; cancelled: number; settled: number };

/**
 * Brings the ledger of a published programme to what its people, branches, tags and items say now, in whole sets. Doing it again
 * changes nothing. `isOver`: nobody is given anything new any more. The caller holds the programme's lock.
 */
export async function syncTasks(tx: Tx, programmeId: number, now: Date, isOver: boolean): Promise<SyncedTasks> {
  // A hundred thousand rows, each checked against five tables, take longer than a question may.
  // Whole sets are compared with whole sets: before the tables are analysed, a loop over a loop looks cheap to the planner and is not.
  await tx.execute(sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true), set_config('enable_nestloop', 'off', true)`);
  const cancelled = await cancelTasks(tx, programmeId, now);
  const moved = await moveTasks(tx, programmeId);
  const made = isOver ? 0 : await addTasks(tx, programmeId, now);
  // What was done before somebody owed it counts at once; recent ones again, for an outcome written at the same moment.
  const recent = sql`t.programme_id = ${programmeId} and t.created_at > ${new Date(now.getTime() - 900_000)}`;
  const settled = await settleTasks(tx, made > 0 ? sql`t.programme_id = ${programmeId}` : recent);
  return { made, moved, cancelled, settled };
}
