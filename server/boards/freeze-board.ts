import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import type { BranchInputs } from "#domain/boards/freeze.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { closedAtOf, endedAttemptsOf } from "#server/contests/ended-attempts.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { countMembers } from "#server/teams/recount-teams.ts";
import { inputsOf, readBranchFacts } from "./branch-facts.ts";
import { keepBoard } from "./keep-board.ts";

const SLICE = 500;
type Freezable = Pick<ContestSubject, "id" | "branchId" | "path" | "opensAt" | "rules"> & { readonly freezeAt: Date };
type Counted = Readonly<{ entryId: number; attemptsEnded: number }> & NonNullable<ReturnType<typeof countedOf>>;

/** Waits until whoever ends an attempt of this contest has committed, and lets nobody end one before S_f stands. */
const lockFreeze = (tx: Tx, contestId: number) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('freeze', ${contestId}))`);

/** What an entry had come to at T_f: of the attempts that took their last answer before it. */
async function countedBefore(
  tx: Tx,
  { opensAt, rules, freezeAt }: Pick<Freezable, "opensAt" | "rules" | "freezeAt">,
  entryIds: readonly number[],
) {
  const ended = await endedAttemptsOf(tx, entryIds, opensAt);
  return [...ended].flatMap(([entryId, attempts]): Counted[] => {
    const before = attempts.filter(({ closedAt }) => closedAt < freezeAt);
    const counted = countedOf(before, rules);
    return counted ? [{ entryId, attemptsEnded: before.length, ...counted }] : [];
  });
}

async function writeFrozen(tx: Tx, contestId: number, rows: readonly Counted[], now: Date): Promise<void> {
  const list = JSON.stringify(rows.map((row) => ({ ...row, rankKey: rankKeyOf(row) })));
  await tx.execute(sql`
    insert into frozen_standings (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, days, attempts_ended, counts, counted_at)
    select r."entryId", ${contestId}, r."scoreMilli", r."rightCount", r."totalMs", r."lastScoringMs", r."rankKey", coalesce(r.days, 0), r."attemptsEnded", true, ${now}
    from jsonb_to_recordset(${list}::jsonb) as r("entryId" bigint, "scoreMilli" int, "rightCount" int, "totalMs" int, "lastScoringMs" bigint,
      "rankKey" text, days int, "attemptsEnded" int)
    on conflict (entry_id) do update set score_milli = excluded.score_milli, right_count = excluded.right_count, total_ms = excluded.total_ms,
      last_scoring_ms = excluded.last_scoring_ms, rank_key = excluded.rank_key, days = excluded.days, attempts_ended = excluded.attempts_ended,
      counts = true, counted_at = excluded.counted_at`);
}

/** S_f from facts: whoever ended nothing since T_f stands as now; the others are counted again without what came at it or after. */
async function writeAll(tx: Tx, contest: Freezable, now: Date): Promise<void> {
  const { id, freezeAt } = contest;
  const later = sql`exists (select 1 from attempts a where a.entry_id = e.id and a.state <> 'in_progress' and ${closedAtOf} >= ${freezeAt})`;
  await tx.execute(sql`delete from frozen_standings where contest_id = ${id}`);
  await tx.execute(sql`
    insert into frozen_standings (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, days, attempts_ended, counts, counted_at)
    select s.entry_id, s.contest_id, s.score_milli, s.right_count, s.total_ms, s.last_scoring_ms, s.rank_key, s.days, s.attempts_ended, true, ${now}
    from standings s join entries e on e.id = s.entry_id where s.contest_id = ${id} and s.counts and not ${later}`);
  const { rows } = await tx.execute<{ id: string }>(sql`select e.id from entries e where e.contest_id = ${id} and ${later} order by e.id`);
  const entryIds = rows.map((row) => Number(row.id));
  for (let from = 0; from < entryIds.length; from += SLICE)
    await writeFrozen(tx, id, await countedBefore(tx, contest, entryIds.slice(from, from + SLICE)), now);
}

const tellFeed = (tx: Tx, contestId: number, now: Date) =>
  tx.execute(sql`insert into live_changes (contest_id, change, changed_at) values (${contestId}, 'frozen', ${now})`);

/**
 * Stores S_f: the standings by what was handed in before T_f, however late this is done, and tree and roster for the board of branches.
 * Done once; false when somebody else has done it.
 */
export async function freezeBoard(tx: Tx, contest: Freezable, now: Date): Promise<boolean> {
  await lockFreeze(tx, contest.id);
  const mine = await tx.execute(sql`update contests set frozen_at = ${now} where id = ${contest.id} and frozen_at is null returning id`);
  if (mine.rows.length === 0) return false;
  await writeAll(tx, contest, now);
  const inputs = inputsOf(await readBranchFacts(tx, contest));
  const teams = contest.rules.team && (await countMembers(tx, contest.id));
  await keepBoard(tx, { contestId: contest.id, moment: "freeze", inputs: { ...inputs, ...(teams && { teams }) }, now });
  await tellFeed(tx, contest.id, now);
  return true;
}

/** Takes S_f anew from the marks as they stand now, still by what was handed in before T_f. Roster and tree stay; the earlier one stays readable. */
export async function refreezeBoard(tx: Tx, contest: Freezable, now: Date): Promise<number> {
  await lockFreeze(tx, contest.id);
  const { rows } = await tx.execute<{ revision: number; inputs: BranchInputs | null }>(
    sql`select revision, inputs from board_snapshots where contest_id = ${contest.id} and moment = 'freeze' order by revision desc limit 1`,
  );
  const { revision, inputs } = rows[0] ?? { revision: 0, inputs: null };
  await writeAll(tx, contest, now);
  await keepBoard(tx, { contestId: contest.id, moment: "freeze", revision: revision + 1, ...(inputs && { inputs }), now });
  await tellFeed(tx, contest.id, now);
  return revision + 1;
}

type Late = { contest_id: string; opens_at: Date; freeze_at: Date; frozen_at: Date | null; rules: ContestRules };

/**
 * An attempt that took its last answer before T_f may end after S_f was stored: its answers were on their way, or the worker was late. It
 * belongs to S_f, and joins it here, in the transaction that ends it.
 */
export async function joinFrozenBoard(tx: Tx, attemptId: number, now: Date): Promise<void> {
  const freezing = await tx.execute<{ contest_id: string; entry_id: string }>(sql`
    select e.contest_id, e.id as entry_id from attempts a join entries e on e.id = a.entry_id join contests c on c.id = e.contest_id
    where a.id = ${attemptId} and c.freeze_at is not null and ${closedAtOf} < c.freeze_at`);
  const [found] = freezing.rows;
  if (!found) return;
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('freeze', ${found.contest_id}::bigint))`);
  // Read after the lock: either S_f stands and is joined, or its maker waits for this transaction and finds the attempt ended.
  const { rows } = await tx.execute<Late>(
    sql`select id as contest_id, opens_at, freeze_at, frozen_at, rules from contests where id = ${found.contest_id} and frozen_at is not null`,
  );
  const [contest] = rows;
  if (!contest) return;
  const facts = { opensAt: new Date(contest.opens_at), freezeAt: new Date(contest.freeze_at), rules: contest.rules };
  await writeFrozen(tx, Number(contest.contest_id), await countedBefore(tx, facts, [Number(found.entry_id)]), now);
  await tellFeed(tx, Number(contest.contest_id), now);
}
