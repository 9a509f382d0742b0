import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { contests, entries } from "#db/schema/contests.ts";
import { branches, people } from "#db/schema/people.ts";
import { rehearsals } from "#db/schema/rehearsals.ts";
import { rulesOfRehearsal } from "#domain/contests/rehearsal.ts";

/** An attempt at a contest, or at its rehearsal, with the rules it is played by; no answer, no mark. A rehearsal's has no entry. */
export async function findAttempt(tx: Db | Tx, id: number) {
  const [row] = await tx
    .select({
      id: attempts.id,
      personId: attempts.personId,
      entryId: entries.id,
      contestId: contests.id,
      number: attempts.number,
      seed: attempts.seed,
      versionIds: attempts.versionIds,
      worths: attempts.worths,
      startedAt: attempts.startedAt,
      dueAt: attempts.dueAt,
      endsAt: attempts.endsAt,
      finishedAt: attempts.finishedAt,
      state: attempts.state,
      seat: attempts.seat,
      shownAt: attempts.shownAt,
      rules: contests.rules,
      sections: contests.sections,
      branchPath: branches.path,
      slug: contests.slug,
      title: contests.title,
      opensAt: contests.opensAt,
      closesAt: contests.closesAt,
      publishedAt: contests.publishedAt,
      resultsAt: contests.resultsAt,
      cancelledAt: contests.cancelledAt,
    })
    .from(attempts)
    .leftJoin(entries, eq(entries.id, attempts.entryId))
    .leftJoin(rehearsals, eq(rehearsals.attemptId, attempts.id))
    .innerJoin(contests, sql`${contests.id} = coalesce(${entries.contestId}, ${rehearsals.contestId})`)
    .innerJoin(people, eq(people.id, attempts.personId))
    .innerJoin(branches, sql`${branches.id} = coalesce(${entries.branchId}, ${people.branchId})`)
    .where(eq(attempts.id, id));
  return row && { ...row, rules: row.entryId === null ? rulesOfRehearsal(row.rules) : row.rules, isRehearsal: row.entryId === null };
}
