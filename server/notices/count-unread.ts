import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

const MOST = 100;

/** How many notices wait for somebody, counted to 100: the bell says "99+" beyond. A deferred notice is not there before its time. */
export async function countUnread(personId: number, now: Date): Promise<number> {
  const { rows } = await database("play").execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from notices where person_id = ${personId} and read_at is null and created_at <= ${now} limit ${MOST}) waiting`);
  return rows[0]?.n ?? 0;
}
