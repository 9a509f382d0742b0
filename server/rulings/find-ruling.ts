import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { rulings } from "#db/schema/rulings.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { type ContestSubject, findContestById } from "#server/contests/find-contest.ts";

/** A ruling with its contest, whose path is what every permission asks for. */
export async function findRuling(db: Db | Tx, id: number) {
  const { contestId, versionId, kind, change, takesBack, reason, state, proposedBy, effect } = rulings;
  const [row] = await db
    .select({ id: rulings.id, contestId, versionId, kind, key: change, takesBack, reason, state, proposedBy, effect })
    .from(rulings)
    .where(eq(rulings.id, id));
  if (!row) return undefined;
  const contest = await findContestById(db, row.contestId);
  return contest && { ...row, contest, path: contest.path };
}

/** The same for a change: two who decide about one ruling are taken one after the other. */
export async function lockRuling(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from rulings where id = ${id} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findRuling(tx, id);
}

export type RulingSubject = NonNullable<Awaited<ReturnType<typeof findRuling>>>;

/** Marks are ruled on once nobody can be answering any more. */
export function refuseUnlessOver(contest: ContestSubject, now: Date): void {
  const phase = phaseOf(phasedContest(contest), now);
  if (phase !== "closed" && phase !== "published") throw new Refusal("not-closed-yet");
}
