import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { tellRoster } from "./tell-roster.ts";

const AHEAD_MS = 24 * 3_600_000;

/** Tells those on the list a day before an announced meeting begins (D13), each once. Returns how many were told. */
export async function remindMeetings(now: Date): Promise<{ told: number }> {
  const db = database("judge");
  const { rows } = await db.execute<{ id: string; title: string; starts_at: Date }>(sql`
    select id, title, starts_at from meetings where announced_at is not null and cancelled_at is null and opened_at is null
      and announced_at < ${new Date(now.getTime() - 3_600_000)}
      and starts_at > ${now} and starts_at <= ${new Date(now.getTime() + AHEAD_MS)} order by starts_at, id`);
  let told = 0;
  for (const { id, title, starts_at } of rows) {
    const meeting = { id: Number(id), title, startsAt: new Date(starts_at) };
    // With its start in the key: a meeting that moved is reminded of again.
    const dedupe = `meeting-soon ${id} ${meeting.startsAt.toISOString()}`;
    told += await db.transaction((tx) => tellRoster(tx, meeting, { kind: "meeting-soon", now, dedupe }));
  }
  return { told };
}
