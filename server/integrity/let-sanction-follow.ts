import type { Tx } from "#db/client.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { inputsOf, readBranchFacts } from "#server/boards/branch-facts.ts";
import { keepBoard } from "#server/boards/keep-board.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { recountEntries } from "#server/contests/recount-entries.ts";
import { recountEntry } from "#server/contests/recount-entry.ts";
import { correctContestPoints } from "#server/points/contest-points.ts";
import type { Effect } from "#server/rulings/effect.ts";
import { followTasks, lapseCertificates } from "#server/rulings/follow-programmes.ts";
import { lockMarks } from "#server/rulings/let-follow.ts";
import { differenceOf, measureContest } from "#server/rulings/measure-contest.ts";
import { tellAffected } from "#server/rulings/tell-affected.ts";
import type { SanctionSubject } from "./find-sanction.ts";

type Why = Readonly<{ deed: "sanction" | "lift"; reason: string; by: number; now: Date }>;

const isOver = ({ contest }: SanctionSubject, now: Date): boolean => ["closed", "published"].includes(phaseOf(phasedContest(contest), now));

/** The counted result under the sanctions that stand, and the places that follow from it. */
export async function recountSanctioned(tx: Tx, sanction: SanctionSubject, now: Date): Promise<void> {
  if (isOver(sanction, now)) await recountEntries(tx, sanction.contest, [sanction.entryId], now);
  else await recountEntry(tx, sanction.entryId, now);
}

/** What follows once nobody answers any more: by the same ways as of a ruling; nothing here knows which of the two it was. */
async function follow(tx: Tx, { id, contest, entryId }: SanctionSubject, why: Why): Promise<Effect["certificates"]> {
  const { now } = why;
  await followTasks(tx, contest, [entryId], now);
  const certificates = await lapseCertificates(tx, contest, why);
  await correctContestPoints(tx, contest, `sanction ${id} ${now.getTime()}`, now);
  return certificates;
}

/**
 * Lets everything follow from a sanction that was written or lifted: the counted result, places and branch values, and once the contest is
 * over outcomes, tasks, certificates and points. The board is kept as it was and as it is (D7). Once the contest is over, whoever stands in
 * another place by it is told so, as rulings tell it: never while the board is frozen, and not by whom or why.
 */
export async function letSanctionFollow(tx: Tx, sanction: SanctionSubject, why: Why): Promise<void> {
  const { id, contest, personId } = sanction;
  const { deed, now } = why;
  await lockMarks(tx, contest.id);
  // Of a board of branches, tree and roster are kept too: a sanction moves neither, so both boards are reckoned from them.
  const inputs = contest.rules.board.branches ? inputsOf(await readBranchFacts(tx, contest)) : null;
  const kept = { contestId: contest.id, sanctionId: id, now, ...(inputs && { inputs }) };
  await keepBoard(tx, { ...kept, moment: `before-${deed}` });
  const was = isOver(sanction, now) ? await measureContest(tx, contest) : null;
  await recountSanctioned(tx, sanction, now);
  if (was) {
    const certificates = await follow(tx, sanction, why);
    const { lines } = differenceOf(was, await measureContest(tx, contest));
    // Whose sanction it is hears of it in its own words.
    const others = { lines: lines.filter((line) => line.personId !== personId), certificates };
    await tellAffected(tx, { contest, cause: "sanction", dedupe: `sanction ${id} ${deed} place` }, others, now);
  }
  await keepBoard(tx, { ...kept, moment: `after-${deed}` });
}
