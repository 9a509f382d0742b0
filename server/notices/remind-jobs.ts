import { sql } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { dayOf } from "#domain/tasks/reminders.ts";
import { deliverReminders } from "./deliver-reminders.ts";
import { remind } from "./remind.ts";
import { findReminderRules } from "./reminder-rules.ts";

const DAY_MS = 86_400_000;
const payloadSchema = z.object({ day: z.iso.date() });

/** Tells those whose turn of the day was taken in the quiet hours. Done twice, nobody hears it twice. */
async function tellDeferred(tx: Tx, day: string, now: Date, lightBurden: boolean): Promise<number> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select r.person_id from reminders r where r.day = ${day}::date and r.reminded_at <= ${now}
      and not exists (select 1 from notices n where n.person_id = r.person_id and n.dedupe = ${`reminder ${day}`}) order by r.person_id`);
  return deliverReminders(tx, { personIds: rows.map((row) => Number(row.person_id)), day, now, lightBurden });
}

/** The quiet hours are over. */
export async function remindDeferred(payload: Record<string, unknown>, now: Date): Promise<{ told: number }> {
  const { day } = payloadSchema.parse(payload);
  return database("judge").transaction(async (tx) => {
    const { lightBurden } = await findReminderRules(tx);
    return { told: await tellDeferred(tx, day, now, lightBurden) };
  });
}

/** The house's own reminder of the morning: of what is due within some days, or overdue. The organisation may switch it off. */
export async function remindDaily(_payload: Record<string, unknown>, now: Date): Promise<{ reminded: number }> {
  return database("judge").transaction(async (tx) => {
    const rules = await findReminderRules(tx);
    // Who asked in the last moment of the quiet hours may have come after their job.
    await tellDeferred(tx, dayOf(now), now, rules.lightBurden);
    if (!rules.autoReminders) return { reminded: 0 };
    const until = new Date(now.getTime() + rules.remindBeforeDays * DAY_MS);
    const { reminded } = await remind(tx, { where: sql`t.due_at < ${until}`, by: null, now, rules });
    return { reminded };
  });
}
