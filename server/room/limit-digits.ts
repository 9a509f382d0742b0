import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { Refusal } from "#domain/refusal.ts";

const WINDOW_MS = 15 * 60_000;
/** Of one person; and of everybody together, so that a hundred accounts cannot try a million codes. */
const LIMITS = { person: 6, meeting: 300 } as const;

/**
 * Counts a wrong guess of a meeting's six digits. Not in the verb's transaction, which its refusal rolls back, and in one statement
 * each, so that guesses made at once are all counted.
 */
export async function countDigitsGuess(meetingId: number, personId: number, now: Date): Promise<void> {
  const ends = new Date(now.getTime() + WINDOW_MS);
  for (const subject of [`meeting:${meetingId}|${personId}`, `meeting:${meetingId}`]) {
    await database("play").execute(sql`
      insert into guesses (subject, failures, window_ends_at) values (${subject}, 1, ${ends})
      on conflict (subject) do update set
        failures = case when guesses.window_ends_at <= ${now} then 1 else guesses.failures + 1 end,
        window_ends_at = case when guesses.window_ends_at <= ${now} then ${ends} else guesses.window_ends_at end`);
  }
}

/** Refuses `too-many-guesses` while a limit is reached, even to whoever has the right digits now. */
export async function refuseManyDigits(meetingId: number, personId: number, now: Date): Promise<void> {
  const own = `meeting:${meetingId}|${personId}`;
  const { rows } = await database("play").execute<{ window_ends_at: string }>(sql`
    select window_ends_at from guesses where window_ends_at > ${now} and (
      (subject = ${own} and failures >= ${LIMITS.person}) or (subject = ${`meeting:${meetingId}`} and failures >= ${LIMITS.meeting}))
    order by window_ends_at desc limit 1`);
  const [reached] = rows;
  if (!reached) return;
  const leftMs = new Date(reached.window_ends_at).getTime() - now.getTime();
  throw new Refusal("too-many-guesses", { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) });
}
