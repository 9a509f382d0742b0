import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { dayOf } from "#domain/tasks/reminders.ts";

const MORNING = "T09:00:00+08:00";
const TOO_LATE_MS = 9 * 3_600_000;

/** Asks for the morning's reminders, once a day however many workers ask; a house that was away until the evening lets the day go. */
export async function planReminders(now: Date): Promise<void> {
  const day = dayOf(now);
  const morning = new Date(`${day}${MORNING}`);
  if (now < morning || now.getTime() - morning.getTime() > TOO_LATE_MS) return;
  await database("judge").execute(
    sql`insert into jobs (kind, payload, dedupe, run_at) values ('remind-daily', '{}', ${`remind-daily ${day}`}, ${morning}) on conflict do nothing`,
  );
}

const HOUR_MS = 3_600_000;

/** Asks every hour for the reminders of meetings that begin within a day, however many workers ask. Each person is told of each once. */
export async function planMeetingReminders(now: Date): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  await database("judge").execute(
    sql`insert into jobs (kind, payload, dedupe, run_at) values ('remind-meetings', '{}', ${`remind-meetings ${hour.toISOString()}`}, ${hour}) on conflict do nothing`,
  );
}
