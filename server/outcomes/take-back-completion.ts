import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type OutcomeFact, subjectIs } from "./record-outcome.ts";
import { reopenTasks } from "./settle-tasks.ts";

type TakenBack = Pick<OutcomeFact, "personId" | "kind" | "subjectId"> &
  Readonly<{
    /** When the fact completed it. A completion of another moment rests on another fact, and stays. */
    at: Date;
    /** The earliest of the facts that are left; null: none is. */
    left: Date | null;
  }>;

/**
 * A fact is taken back: the completion that rests on it falls to the next fact or away, and so do the tasks it ended, in the transaction
 * of the taking back. Returns whether anything rested on it.
 */
export async function takeBackCompletion(tx: Tx, { personId, kind, subjectId, at, left }: TakenBack): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update outcomes set completed_at = ${left}
    where person_id = ${personId} and kind = ${kind} and subject_id = ${subjectId} and completed_at = ${at}`);
  if (rowCount === 0) return false;
  await reopenTasks(tx, sql`t.person_id = ${personId} and ${subjectIs(kind, subjectId)}`, at);
  return true;
}
