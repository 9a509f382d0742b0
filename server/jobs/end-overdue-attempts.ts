import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { finishAttempt } from "#server/attempts/finish-attempt.ts";

/**
 * How long after its end an attempt is left open, so that answers received in time and still on their way to the table (they are
 * tried for ten seconds) find it open. What is received after the end is late all the same: that is decided by the time of receipt.
 */
export const ON_THEIR_WAY_MS = 12_000;
const MOST = 1_000;
const AT_ONCE = 3;

async function endOne(attemptId: number, now: Date): Promise<boolean> {
  return database("judge").transaction(async (tx) => {
    // Another worker, or the person, has it at this moment: theirs to end.
    const mine = await tx.execute(sql`select 1 from attempts where id = ${attemptId} and state = 'in_progress' for update skip locked`);
    if (mine.rows.length === 0) return false;
    await finishAttempt(tx, attemptId, "clock", now);
    return true;
  });
}

/** Ends attempts whose time is over (I10), with their due time as the finish. Returns how many; two workers may do it at once. */
export async function endOverdueAttempts(now: Date): Promise<number> {
  const limit = new Date(now.getTime() - ON_THEIR_WAY_MS);
  const { rows } = await database("judge").execute<{ id: string }>(
    sql`select id from attempts where state = 'in_progress' and ends_at <= ${limit} order by ends_at limit ${MOST}`,
  );
  const left = rows.map(({ id }) => Number(id));
  let ended = 0;
  const hand = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) if (await endOne(id, now)) ended += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return ended;
}
