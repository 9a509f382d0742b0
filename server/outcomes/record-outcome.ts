import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { OutcomeKind } from "#domain/programmes/outcome.ts";
import { settleTasks } from "./settle-tasks.ts";

export type OutcomeFact = Readonly<{
  personId: number;
  kind: OutcomeKind;
  subjectId: number;
  /** When it was completed, if it is; the earliest stands. */
  completedAt?: Date | null;
  /** A score in ten-thousandths; the best stands, with the moment it was reached. */
  score?: number | null;
  now: Date;
}>;

/**
 * Takes down how far somebody came, in the transaction of the fact itself, and ends the tasks that are satisfied by it (D15). Saying
 * the same twice changes nothing (I23). Needs a door that may write `outcomes` and `tasks` (play, judge, desk).
 */
export async function recordOutcome(tx: Tx, { personId, kind, subjectId, completedAt, score, now }: OutcomeFact): Promise<void> {
  const scoredAt = score === undefined || score === null ? null : now;
  await tx.execute(sql`
    insert into outcomes as o (person_id, kind, subject_id, completed_at, best, best_at)
    values (${personId}, ${kind}, ${subjectId}, ${completedAt ?? null}, ${score ?? null}, ${scoredAt})
    on conflict (person_id, kind, subject_id) do update set
      completed_at = least(o.completed_at, excluded.completed_at),
      best_at = case when excluded.best > coalesce(o.best, -1) then excluded.best_at else o.best_at end,
      best = greatest(o.best, excluded.best)`);
  await settleTasks(tx, sql`t.person_id = ${personId} and ${subjectIs(kind, subjectId)}`);
}

/** The items a subject counts for: a text for its readings and units, a contest for its items, anything else for itself. */
export function subjectIs(kind: OutcomeKind, subjectId: number) {
  if (kind === "material") return sql`i.material_id = ${subjectId}`;
  if (kind === "contest") return sql`i.contest_id = ${subjectId}`;
  return sql`i.id = ${subjectId}`;
}
