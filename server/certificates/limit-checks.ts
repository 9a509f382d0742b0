import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { Refusal } from "#domain/refusal.ts";

const WINDOW_MS = 15 * 60_000;
/** A whole office may check behind one address; whoever walks through the serials is stopped. */
const MOST = 200;

/** Counts a check of an address, found or not, in one statement; refuses `too-many-guesses` above two hundred in a quarter of an hour. */
export async function limitChecks(db: Db, address: string, now: Date): Promise<void> {
  const ends = new Date(now.getTime() + WINDOW_MS);
  const { rows } = await db.execute<{ failures: number; window_ends_at: Date }>(sql`
    insert into guesses (subject, failures, window_ends_at) values (${`verify:${address}`}, 1, ${ends})
    on conflict (subject) do update set
      failures = case when guesses.window_ends_at <= ${now} then 1 else guesses.failures + 1 end,
      window_ends_at = case when guesses.window_ends_at <= ${now} then ${ends} else guesses.window_ends_at end
    returning failures, window_ends_at`);
  const [counted] = rows;
  if (!counted || counted.failures <= MOST) return;
  const leftMs = new Date(counted.window_ends_at).getTime() - now.getTime();
  throw new Refusal("too-many-guesses", { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) });
}
