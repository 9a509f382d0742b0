import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { contests, entries } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";

/** An attempt with its contest's rules; no answer, no mark. */
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
    .innerJoin(entries, eq(entries.id, attempts.entryId))
    .innerJoin(contests, eq(contests.id, entries.contestId))
    .innerJoin(branches, eq(branches.id, entries.branchId))
    .where(eq(attempts.id, id));
  return row;
}
