import { answerPool } from "./answer-pool.ts";

/** Attempts still open a minute after their end: must be none while a worker runs (I10). */
export async function countOverdueAttempts(now: Date): Promise<number> {
  const { rows } = await answerPool().query<{ n: number }>(
    "select count(*)::int as n from attempts where state = 'in_progress' and ends_at < $1",
    [new Date(now.getTime() - 60_000)],
  );
  return rows[0]?.n ?? 0;
}
