import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { Refusal } from "#domain/refusal.ts";

const WINDOW_MS = 15 * 60_000;
/** Wrong codes of one person in a quarter of an hour. */
const MOST = 8;
const subjectOf = (contestId: number, personId: number) => `team:${contestId}|${personId}`;

/** Counts a wrong code. Not in the verb's transaction, which its refusal rolls back; one statement, so that guesses made at once all count. */
export async function countCodeGuess(contestId: number, personId: number, now: Date): Promise<void> {
  const ends = new Date(now.getTime() + WINDOW_MS);
  await database("play").execute(sql`
    insert into guesses (subject, failures, window_ends_at) values (${subjectOf(contestId, personId)}, 1, ${ends})
    on conflict (subject) do update set
      failures = case when guesses.window_ends_at <= ${now} then 1 else guesses.failures + 1 end,
      window_ends_at = case when guesses.window_ends_at <= ${now} then ${ends} else guesses.window_ends_at end`);
}

/** Refuses `too-many-guesses` while the limit is reached, even to whoever has the right code now. */
export async function refuseManyCodes(contestId: number, personId: number, now: Date): Promise<void> {
  const { rows } = await database("play").execute<{ window_ends_at: string }>(
    sql`select window_ends_at from guesses where subject = ${subjectOf(contestId, personId)} and window_ends_at > ${now} and failures >= ${MOST}`,
  );
  const [reached] = rows;
  if (!reached) return;
  const leftMs = new Date(reached.window_ends_at).getTime() - now.getTime();
  throw new Refusal("too-many-guesses", { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) });
}
