import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dayOf, sendAt } from "#domain/tasks/reminders.ts";
import { REQUIRED, UNFINISHED } from "#server/tasks/state-in-sql.ts";
import { deliverReminders } from "./deliver-reminders.ts";
import type { ReminderRules } from "./reminder-rules.ts";

export type Reminded = Readonly<{ reminded: number; alreadyToday: number; deferredUntil: Date | null }>;

/** Who owes the tasks that `where` selects from the unfinished `tasks t`, once per task: the person, or who answers for the unit. */
const owing = (where: SQL): SQL => sql`
  select t.person_id as owner from tasks t where t.person_id is not null and ${UNFINISHED} and ${REQUIRED} and ${where}
  union all
  select o.person_id from tasks t join offices o on o.branch_id = t.branch_id and o.office in ('leader', 'branch_admin') and o.ended_at is null
  where t.person_id is null and ${UNFINISHED} and ${REQUIRED} and ${where}`;

/**
 * Reminds everybody who owes what `where` selects, each person once a day at most, whoever asks: the key of `reminders` says so. In the
 * quiet hours the day's turn is taken now, and a job tells people when they are over what they then still owe.
 */
export async function remind(
  tx: Tx,
  { where, by, now, rules }: { where: SQL; by: number | null; now: Date; rules: ReminderRules },
): Promise<Reminded> {
  const at = sendAt(now, rules.quietHours);
  const day = dayOf(at);
  const { rows } = await tx.execute<{ matching: number; told: string[] }>(sql`
    with found as (
      select w.owner, count(*)::int as tasks from (${owing(where)}) w join people p on p.id = w.owner where p.disabled_at is null group by w.owner
    ), turns as (
      insert into reminders (person_id, day, reminded_at, reminded_by, tasks)
      select owner, ${day}::date, ${at}, ${by}, tasks from found order by owner on conflict do nothing returning person_id
    )
    select (select count(*)::int from found) as matching, coalesce((select json_agg(person_id) from turns), '[]') as told`);
  const told = (rows[0]?.told ?? []).map(Number);
  const deferredUntil = at > now && told.length > 0 ? at : null;
  if (deferredUntil)
    await tx.execute(sql`
      insert into jobs (kind, payload, dedupe, run_at)
      values ('remind-deferred', ${JSON.stringify({ day })}::jsonb, ${`remind-deferred ${at.toISOString()}`}, ${at})
      on conflict do nothing`);
  else await deliverReminders(tx, { personIds: told, day, now, lightBurden: rules.lightBurden });
  return { reminded: told.length, alreadyToday: (rows[0]?.matching ?? 0) - told.length, deferredUntil };
}
