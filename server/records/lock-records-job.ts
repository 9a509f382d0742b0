import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { RECORD_OPEN_MS } from "#domain/meetings/state.ts";
import { closeRecord } from "./close-record.ts";

const AT_ONCE = 200;
type Due = { id: string; title: string };

/** Meetings whose three days are over and whose records are open yet; a meeting that was neither announced nor begun has none. */
async function listDue(now: Date, most: number): Promise<{ id: number; title: string }[]> {
  const { rows } = await database("judge").execute<Due>(sql`
    select m.id, m.title from meetings m left join meeting_records r on r.meeting_id = m.id
    where coalesce(m.closed_at, m.ends_at) < ${new Date(now.getTime() - RECORD_OPEN_MS)} and r.locked_at is null
      and m.cancelled_at is null and (m.announced_at is not null or m.opened_at is not null)
    order by m.id limit ${most}`);
  return rows.map(({ id, title }) => ({ id: Number(id), title }));
}

/** Locks every record whose three days are over (D13), each in a transaction of its own. Returns how many. */
export async function lockDueRecords(now: Date): Promise<{ locked: number }> {
  let locked = 0;
  for (let due = await listDue(now, AT_ONCE); due.length > 0; due = await listDue(now, AT_ONCE)) {
    for (const meeting of due) {
      await database("judge").transaction(async (tx) => {
        await tx.execute(sql`select 1 from meetings where id = ${meeting.id} for update`);
        // A statement of its own: somebody may have locked it by hand while we waited.
        const { rows } = await tx.execute(sql`select 1 from meeting_records where meeting_id = ${meeting.id} and locked_at is not null`);
        if (rows.length === 0) await closeRecord(tx, meeting, now);
      });
      locked += 1;
    }
  }
  return { locked };
}

/** Asks for the locking once a minute at most, when there is anything to lock. */
export async function planRecordLocks(now: Date): Promise<void> {
  if ((await listDue(now, 1)).length === 0) return;
  const name = `lock-records ${now.toISOString().slice(0, 16)}`;
  await database("judge").execute(
    sql`insert into jobs (kind, payload, dedupe, run_at) values ('lock-records', '{}', ${name}, ${now}) on conflict do nothing`,
  );
}
