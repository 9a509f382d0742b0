import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { questionEndsAt } from "#domain/attempts/judged.ts";
import { type LevelAnswer, type LevelNow, levelNow } from "#domain/attempts/levels.ts";
import { type JudgedFormat, judgedFormatOf, type OneByOneFormat } from "#domain/contests/format.ts";
import { pausedMs } from "#domain/contests/pauses.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAttempt } from "#server/attempts/find-attempt.ts";
import { pausesFor } from "#server/contests/list-pauses.ts";

export type JudgedAttempt = NonNullable<Awaited<ReturnType<typeof findAttempt>>>;

/** The attempt, locked to the end of the transaction and read after the lock: of two tries at once one comes after the other. */
export async function lockJudged(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from attempts where id = ${id} for update`);
  return findAttempt(tx, id);
}

/** The format by which it is judged at once; refuses `not-judged-at-once` for one that is not. */
export function formatOf({ rules }: JudgedAttempt): JudgedFormat {
  const format = judgedFormatOf(rules);
  if (format === null) throw new Refusal("not-judged-at-once");
  return format;
}

/** A verdict that was told. */
export type Told = Readonly<{ slot: number; number: number; isRight: boolean; isLate: boolean }>;

/** The tries of an attempt with their verdicts, in the order in which they came. The judge's door. */
export async function listTold(db: Db | Tx, attemptId: number): Promise<Told[]> {
  const { rows } = await db.execute<{ slot: number; number: number; is_right: boolean; is_late: boolean }>(
    sql`select slot, number, is_right, is_late from item_tries where attempt_id = ${attemptId} order by received_at, slot, number`,
  );
  return rows.map((row) => ({ slot: row.slot, number: row.number, isRight: row.is_right, isLate: row.is_late }));
}

/** How the levels stand after these verdicts; null in another format. */
export function levelsOf(format: JudgedFormat, { worths }: JudgedAttempt, told: readonly Told[], isShown: boolean): LevelNow | null {
  return format.kind === "levels" ? levelNow(levelAnswers(worths, told), format, isShown) : null;
}

/** Verdicts as levels are reckoned from: in their order, each with the worth of its question. */
export const levelAnswers = (worths: readonly number[], told: readonly Told[]): LevelAnswer[] =>
  told.map(({ slot, isRight }) => ({ right: isRight, worth: worths[slot] ?? 0 }));

/** When the time of the question that is being shown is over; null when it has no limit. */
export async function endOfQuestion(db: Db | Tx, attempt: JudgedAttempt, format: OneByOneFormat, shownAt: Date): Promise<Date | null> {
  const [person] = await db.select({ timePercent: people.timePercent }).from(people).where(eq(people.id, attempt.personId));
  const pauses = attempt.isRehearsal ? [] : await pausesFor(db, attempt.contestId, attempt.branchPath);
  return questionEndsAt(format, {
    shownAt,
    timePercent: person === undefined ? 100 : person.timePercent,
    pausedMs: pausedMs(pauses, shownAt),
  });
}
