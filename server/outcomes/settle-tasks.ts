import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/**
 * When the item of a task was satisfied by the outcomes of its owner, or null: domain/programmes/move-on.ts said in SQL (a test holds
 * the two to the same answer). Needs tasks t, programme_items i, programmes p, outcomes c (what completes) and s (what is scored).
 */
const SATISFIED_AT = sql`case i.move_on
  when 'Completed' then c.completed_at
  when 'Passed' then case when s.best >= coalesce(i.mastery, 0) then s.best_at end
  when 'CompletedAndPassed' then case when c.completed_at is not null and s.best >= coalesce(i.mastery, 0) then greatest(c.completed_at, s.best_at) end
  when 'CompletedOrPassed' then least(c.completed_at, case when s.best >= coalesce(i.mastery, 0) then s.best_at end)
  else p.published_at end`;

/** The joins that the expression needs: subjectsOf in domain/programmes/item.ts, said in SQL. */
const JOINS = sql`join programme_items i on i.id = t.item_id
  join programmes p on p.id = i.programme_id
  left join outcomes c on c.person_id = t.person_id
    and c.kind = case when i.kind in ('reading', 'unit') then 'material' else i.kind end
    and c.subject_id = case when i.kind in ('reading', 'unit') then i.material_id when i.kind = 'contest' then i.contest_id else i.id end
  left join outcomes s on s.person_id = t.person_id
    and s.kind = case i.kind when 'reading' then 'material' when 'unit' then 'quiz' else i.kind end
    and s.subject_id = case i.kind when 'reading' then i.material_id when 'contest' then i.contest_id else i.id end`;

/**
 * Ends the open tasks of persons that are satisfied by the outcomes that stand, of those `where` names (t: tasks, i: programme_items,
 * p: programmes). A moment once written stays. Returns how many ended.
 */
export async function settleTasks(tx: Db | Tx, where: SQL): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update tasks set done_at = found.at from (
      select t.id, ${SATISFIED_AT} as at from tasks t ${JOINS}
      where t.person_id is not null and t.done_at is null and t.waived_at is null and t.cancelled_at is null and ${where}
    ) found where found.id = tasks.id and found.at is not null and tasks.done_at is null`);
  return rowCount ?? 0;
}

/**
 * Opens the tasks again that were ended by what no longer stands, of those `where` names; those that ended at `at` and are satisfied by
 * what is left end at that moment instead. Needs the outcomes as they are now. What a person said is done stays.
 */
export async function reopenTasks(tx: Tx, where: SQL, at: Date): Promise<void> {
  await tx.execute(sql`
    update tasks set done_at = found.at from (
      select t.id, ${SATISFIED_AT} as at from tasks t ${JOINS}
      where t.person_id is not null and t.done_at is not null and t.done_by is null and ${where}
    ) found where found.id = tasks.id and (found.at is null or tasks.done_at = ${at})`);
}

type Unsettled = { id: number; stored: Date | null; computed: Date | null };

/** Tasks that should have ended and have not, or ended by no outcome and no person. For the nightly check; nothing is changed. */
export async function unsettledTasks(db: Db): Promise<Unsettled[]> {
  const { rows } = await db.execute<{ id: string; stored: Date | null; computed: Date | null }>(sql`
    select t.id, t.done_at as stored, ${SATISFIED_AT} as computed from tasks t ${JOINS}
    where t.person_id is not null and t.waived_at is null and t.cancelled_at is null and t.done_by is null
      and (t.done_at is null) <> ((${SATISFIED_AT}) is null) limit 1000`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
