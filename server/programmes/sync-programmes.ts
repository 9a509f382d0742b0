import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";
import { countAttendance } from "./count-attendance.ts";
import { type SyncedTasks, syncTasks } from "./write-tasks.ts";

/**
 * Follows people who joined, left, moved or got other tags, one published programme after the other, each in a transaction of its own.
 * A programme that is being edited at this moment is left for the next turn. `whole`: every open task is held against the outcomes.
 */
export async function syncProgrammes(now: Date, whole = false): Promise<SyncedTasks> {
  const db = database("judge");
  const sum: SyncedTasks = { made: 0, moved: 0, cancelled: 0, settled: 0 };
  const { rows } = await db.execute<{ id: string; closes_at: Date }>(
    sql`select id, closes_at from programmes where published_at is not null and cancelled_at is null order by id`,
  );
  for (const { id, closes_at } of rows) {
    await db.transaction(async (tx) => {
      const lock = await tx.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended('programme', ${id}::bigint)) as mine`,
      );
      if (!lock.rows[0]?.mine) return;
      // A programme published in the moment in which a meeting was closed: neither of the two saw the other.
      await countAttendance(tx, sql`i.programme_id = ${id}`);
      const done = await syncTasks(tx, Number(id), now, new Date(closes_at) <= now);
      if (whole) done.settled += await settleTasks(tx, sql`t.programme_id = ${id}`);
      for (const name of ["made", "moved", "cancelled", "settled"] as const) sum[name] += done[name];
    });
  }
  return sum;
}
