import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";
import { takeBackCompletion } from "#server/outcomes/take-back-completion.ts";

/** A meeting's attendance stands when it was closed, or when its record is locked; what of it counts belongs to programmes in force. */
const IS_STANDING = sql`i.retired_at is null and p.published_at is not null and p.cancelled_at is null and m.cancelled_at is null
  and (m.closed_at is not null or exists (select 1 from meeting_records r where r.meeting_id = m.id and r.locked_at is not null))`;

/**
 * Who was at a meeting, in time or late, on site or online, has done the items of programmes that are this meeting, from the moment of
 * the check-in on. Of all that `where` names (i: items, m: meetings, c: check-ins), in the transaction that makes it stand or changes
 * it; again changes nothing.
 */
export async function countAttendance(tx: Tx, where: SQL): Promise<void> {
  // Everybody of a hall at once: `recordOutcome` for each would hold the meeting for as long as it is large.
  const { rows } = await tx.execute<{ person_id: string; subject_id: string }>(sql`
    with noted as (
      insert into item_attendances as a (item_id, person_id, mode, noted_at, noted_by)
      select i.id, c.person_id, c.mode, c.checked_in_at, c.noted_by from programme_items i join programmes p on p.id = i.programme_id
      join meetings m on m.id = i.meeting_id join check_ins c on c.meeting_id = m.id and c.withdrawn_at is null
      where ${IS_STANDING} and ${where} order by i.id, c.person_id
      on conflict (item_id, person_id) do update set mode = excluded.mode where a.mode <> excluded.mode
      returning item_id, person_id, noted_at)
    insert into outcomes as o (person_id, kind, subject_id, completed_at) select person_id, 'meeting', item_id, noted_at from noted
    on conflict (person_id, kind, subject_id) do update set completed_at = least(o.completed_at, excluded.completed_at)
    returning person_id, subject_id`);
  if (rows.length === 0) return;
  const items = sql.param([...new Set(rows.map(({ subject_id }) => Number(subject_id)))]);
  const people = sql.param([...new Set(rows.map(({ person_id }) => Number(person_id)))]);
  await settleTasks(tx, sql`t.item_id = any(${items}::bigint[]) and t.person_id = any(${people}::bigint[])`);
}

/**
 * Takes back what items of programmes have from check-ins that do not stand any more, of those `where` names (m: meetings, c: check-ins):
 * the attendance, and what followed from it. What an organizer noted by hand before stays.
 */
export async function uncountAttendance(tx: Tx, where: SQL): Promise<void> {
  const { rows } = await tx.execute<{ item_id: string; person_id: string; noted_at: Date }>(sql`
    delete from item_attendances a using programme_items i, meetings m, check_ins c
    where i.id = a.item_id and m.id = i.meeting_id and c.meeting_id = m.id and c.person_id = a.person_id
      and a.noted_at = c.checked_in_at and ${where} returning a.item_id, a.person_id, a.noted_at`);
  for (const { item_id, person_id, noted_at } of rows)
    await takeBackCompletion(tx, {
      ...{ personId: Number(person_id), kind: "meeting", subjectId: Number(item_id) },
      ...{ at: new Date(noted_at), left: null },
    });
}
