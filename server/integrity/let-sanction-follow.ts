import type { Tx } from "#db/client.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { recountEntries } from "#server/contests/recount-entries.ts";
import { recountEntry } from "#server/contests/recount-entry.ts";
import { correctContestPoints } from "#server/points/contest-points.ts";
import { followTasks, lapseCertificates } from "#server/rulings/follow-programmes.ts";
import { lockMarks } from "#server/rulings/let-follow.ts";
import type { SanctionSubject } from "./find-sanction.ts";

/**
 * Lets everything follow from a sanction that was written or lifted: the counted result, places and branch values, and once the contest is
 * over outcomes, tasks, certificates and points. By the same ways as a ruling; nothing here knows which of the two it was.
 */
export async function letSanctionFollow(
  tx: Tx,
  { id, contest, entryId }: SanctionSubject,
  why: { reason: string; by: number; now: Date },
): Promise<void> {
  const { now } = why;
  await lockMarks(tx, contest.id);
  const phase = phaseOf(phasedContest(contest), now);
  if (phase !== "closed" && phase !== "published") return recountEntry(tx, entryId, now);
  await recountEntries(tx, contest, [entryId], now);
  await followTasks(tx, contest, [entryId], now);
  await lapseCertificates(tx, contest, why);
  await correctContestPoints(tx, contest, `sanction ${id} ${now.getTime()}`, now);
}
