import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { markOf } from "#domain/search/search-vector.ts";

/** 03:30 in Shanghai, when nobody answers. */
const HOUR_UTC = 19.5;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The last moment at or before `now` at which the nightly work was due. */
export function lastNightOf(now: Date): Date {
  const shifted = now.getTime() - HOUR_UTC * HOUR_MS;
  return new Date(Math.floor(shifted / DAY_MS) * DAY_MS + HOUR_UTC * HOUR_MS);
}

/** Asks for the nightly sync of programmes and the recompute, once a night however many workers ask; and forgets failed sign-ins of days ago. */
export async function planNightly(now: Date): Promise<void> {
  const night = lastNightOf(now);
  const db = database("judge");
  // The ledger is brought up to date before it is checked. The search's index also at once where another tokenizer is at work than last night.
  for (const [kind, edition] of [
    ["sync-programmes"],
    ["recompute"],
    ["forget-notices"],
    ["forget-question-imports"],
    ["reindex", markOf("")],
  ] as const) {
    const name = [kind, edition, night.toISOString().slice(0, 10)].filter(Boolean).join(" ");
    await db.execute(
      sql`insert into jobs (kind, payload, dedupe, run_at) values (${kind}, '{}', ${name}, ${night}) on conflict do nothing`,
    );
  }
  await db.execute(sql`delete from guesses where window_ends_at < ${new Date(now.getTime() - DAY_MS)}`);
}
