import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { recountEntries } from "#server/contests/recount-entries.ts";
import { followMarks } from "#server/reviews/follow-marks.ts";
import { notedOf } from "#server/reviews/noted-mistakes.ts";
import type { Effect } from "./effect.ts";
import { followTasks, lapseCertificates, listUncertified } from "./follow-programmes.ts";
import { differenceOf, measureContest } from "./measure-contest.ts";

/** Whoever changes marks of a contest waits for whoever else does. */
export async function lockMarks(tx: Tx, contestId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('marks', ${contestId}))`);
}

export type Correction = Readonly<{
  contest: ContestSubject;
  /** The question whose marks change. */
  versionId: number;
  /** When they are only this person's. */
  personId?: number;
  reason: string;
  by: number | null;
  now: Date;
}>;
export type Written = Readonly<{ papers: number; entries: readonly number[] }>;

/**
 * Changes marks of a contest by `write`, and lets everything follow that is made of them: results, places and branch values, outcomes,
 * tasks, certificates, the wrong-book. Says what became otherwise; rolled back, it is a dry run, so that preview and effect are one thing.
 */
export async function letFollow(tx: Tx, correction: Correction, write: () => Promise<Written>): Promise<Effect> {
  const { contest, versionId, personId, now } = correction;
  await lockMarks(tx, contest.id);
  const was = await measureContest(tx, contest);
  const before = { noted: await notedOf(tx, contest.id, versionId, personId), uncertified: await listUncertified(tx, contest) };
  const { papers, entries } = await write();
  await recountEntries(tx, contest, entries, now);
  await followTasks(tx, contest, entries, now);
  const certificates = await lapseCertificates(tx, contest, correction);
  const cards = await followMarks(tx, before.noted, await notedOf(tx, contest.id, versionId, personId), now);
  const known = new Set(before.uncertified.map((one) => `${one.programmeId}/${one.personId}`));
  const deserving = (await listUncertified(tx, contest)).filter((one) => !known.has(`${one.programmeId}/${one.personId}`));
  return { papers, ...differenceOf(was, await measureContest(tx, contest)), certificates, deserving, cards };
}
