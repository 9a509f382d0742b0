import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bestCountedOf, countedOf, type EndedAttempt } from "#domain/attempts/state.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { fullMarksOf, worthOf } from "#domain/contests/full-marks.ts";
import type { Blueprint, ContestRules } from "#domain/contests/rules.ts";
import { sanctioned } from "#domain/integrity/sanctions.ts";
import { sanctionsOf } from "#server/integrity/sanctions-of.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";
import { recountTeams } from "#server/teams/recount-teams.ts";
import { endedAttemptsOf } from "./ended-attempts.ts";

/** Ended attempts of an entry as counting wants them. */
export const endedAttempts = async (tx: Tx, entryId: number, opensAt: Date): Promise<EndedAttempt[]> =>
  (await endedAttemptsOf(tx, [entryId], opensAt)).get(entryId) ?? [];

type Shared = Readonly<{ rules: ContestRules; blueprint: Blueprint; opens_at: Date; closes_at: Date }>;

/** The best counted score as a share of full marks, in ten-thousandths, rounded down: what a programme asks of its contest. */
export function contestShare(ended: readonly EndedAttempt[], { rules, blueprint, opens_at, closes_at }: Shared): number | null {
  const window = { rules, opensAt: new Date(opens_at), closesAt: new Date(closes_at) };
  const worth = fullMarksOf(window, worthOf(blueprint));
  const best = bestCountedOf(ended, rules);
  return best === null || worth === 0 ? null : Math.floor((best * 10_000) / worth);
}

type Played = Shared & { contest_id: string; makes_up_for: string | null; person_id: string };

/** Tells the programmes that ask for this contest how far the person came. */
async function tellOutcome(tx: Tx, entryId: number, played: Played, ended: readonly EndedAttempt[]): Promise<void> {
  const { rows } = await tx.execute<{ first: Date | null; last: Date | null }>(
    sql`select min(finished_at) as first, max(finished_at) as last from attempts where entry_id = ${entryId} and state = 'finished'`,
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (!first || !last) return;
  const fact = {
    ...{ personId: Number(played.person_id), kind: "contest" as const, completedAt: new Date(first) },
    ...{ score: contestShare(ended, played), now: new Date(last) },
  };
  await recordOutcome(tx, { ...fact, subjectId: Number(played.contest_id) });
  if (played.makes_up_for !== null) await recordOutcome(tx, { ...fact, subjectId: Number(played.makes_up_for) });
}

/**
 * Writes the counted result of an entry anew from its ended attempts, and tells the feed. The entry is locked first, so two attempts
 * that end together are counted one after the other.
 */
export async function recountEntry(tx: Tx, entryId: number, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('entry', ${entryId}))`);
  const found = await tx.execute<Played>(
    sql`select e.contest_id, e.person_id, c.makes_up_for, c.opens_at, c.closes_at, c.rules, c.blueprint from entries e join contests c on c.id = e.contest_id where e.id = ${entryId}`,
  );
  const contest = found.rows[0];
  if (!contest) return;
  const ended = await endedAttempts(tx, entryId, new Date(contest.opens_at));
  const counted = countedOf(ended, contest.rules);
  if (!counted) {
    // Every attempt was voided: nothing of this entry stands on a board any more.
    await tx.execute(sql`update standings set counts = false, counted_at = ${now} where entry_id = ${entryId}`);
    await recountTeams(tx, { id: Number(contest.contest_id), rules: contest.rules }, [entryId], now);
    return;
  }
  const result = sanctioned(counted, (await sanctionsOf(tx, [entryId])).get(entryId) ?? []);
  const { scoreMilli, rightCount, totalMs, lastScoringMs, days = 0, counts } = result;
  await tx.execute(sql`
    insert into standings (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, days, attempts_ended, counts, counted_at)
    values (${entryId}, ${contest.contest_id}, ${scoreMilli}, ${rightCount}, ${totalMs}, ${lastScoringMs}, ${rankKeyOf(result)}, ${days}, ${ended.length}, ${counts}, ${now})
    on conflict (entry_id) do update set score_milli = excluded.score_milli, right_count = excluded.right_count, total_ms = excluded.total_ms,
      last_scoring_ms = excluded.last_scoring_ms, rank_key = excluded.rank_key, days = excluded.days, attempts_ended = excluded.attempts_ended, counts = excluded.counts, counted_at = excluded.counted_at`);
  await recountTeams(tx, { id: Number(contest.contest_id), rules: contest.rules }, [entryId], now);
  await tellOutcome(tx, entryId, contest, counts ? ended : []);
  await tx.execute(
    sql`insert into live_changes (contest_id, change, entry_id, changed_at) values (${contest.contest_id}, 'hand-in', ${entryId}, ${now})`,
  );
}
