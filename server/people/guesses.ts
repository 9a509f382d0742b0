import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { Refusal } from "#domain/refusal.ts";

const WINDOW_MS = 15 * 60_000;
/** Per account from one address; per address (many people share one, so generous); per account from anywhere. */
const LIMITS = { pair: 8, address: 200, account: 40 } as const;

const subjectsOf = (account: string, address: string) => [
  { subject: `pair:${account}|${address}`, limit: LIMITS.pair },
  { subject: `address:${address}`, limit: LIMITS.address },
  { subject: `account:${account}`, limit: LIMITS.account },
];

/** Refuses with `too-many-guesses` while a limit is reached. Others' guessing locks the victim out only at the wide limit (TD1). */
export async function refuseTooManyGuesses(db: Db, account: string, address: string, now: Date): Promise<void> {
  const subjects = subjectsOf(account, address);
  const list = sql.join(
    subjects.map(({ subject }) => sql`${subject}`),
    sql`, `,
  );
  const { rows } = await db.execute<{ subject: string; failures: number; window_ends_at: Date }>(
    sql`select subject, failures, window_ends_at from guesses where subject in (${list}) and window_ends_at > ${now}`,
  );
  for (const row of rows) {
    const limit = subjects.find(({ subject }) => subject === row.subject)?.limit ?? 0;
    if (row.failures < limit) continue;
    throw new Refusal("too-many-guesses", { minutes: Math.ceil((new Date(row.window_ends_at).getTime() - now.getTime()) / 60_000) });
  }
}

/** Counts a failure, in one statement a subject, so that parallel guesses are all counted. */
export async function countGuess(db: Db, account: string, address: string, now: Date): Promise<void> {
  const ends = new Date(now.getTime() + WINDOW_MS);
  for (const { subject } of subjectsOf(account, address)) {
    await db.execute(sql`
      insert into guesses (subject, failures, window_ends_at) values (${subject}, 1, ${ends})
      on conflict (subject) do update set
        failures = case when guesses.window_ends_at <= ${now} then 1 else guesses.failures + 1 end,
        window_ends_at = case when guesses.window_ends_at <= ${now} then ${ends} else guesses.window_ends_at end`);
  }
}

/** A right password clears the pair's count. */
export async function forgetGuesses(db: Db, account: string, address: string): Promise<void> {
  await db.execute(sql`delete from guesses where subject = ${`pair:${account}|${address}`}`);
}
