import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { BranchInputs } from "#domain/boards/freeze.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { keptTeamsOf } from "./kept-teams.ts";

/** A board as it was before a sanction was carried out or lifted, and as it was after. */
export type SanctionMoment = `${"before" | "after"}-${"sanction" | "lift"}`;

type Moment = Readonly<{
  contestId: number;
  moment: "freeze" | "end" | "ruled" | SanctionMoment;
  rulingId?: number;
  sanctionId?: number;
  /** Of a frozen board that was taken anew. */
  revision?: number;
  inputs?: BranchInputs;
  now: Date;
}>;

/**
 * Keeps the whole board as it stands, ranked, with names and branches of this day, and of a contest of teams their board beside it: a record
 * that later moves do not change, and later rulings neither; of the freeze, S_f with what the branches' board was reckoned from. Returns whether it was kept; of one moment there is one.
 */
export async function keepBoard(tx: Tx, { contestId, moment, rulingId, sanctionId, revision = 1, inputs, now }: Moment): Promise<boolean> {
  const results = moment === "freeze" ? sql`frozen_standings` : sql`standings`;
  const contest = await findContestById(tx, contestId);
  const teams = contest && (await keptTeamsOf(tx, contest, moment === "freeze" ? "frozen" : "now", inputs));
  const kept = await tx.execute(sql`
    insert into board_snapshots (contest_id, moment, ruling_id, sanction_id, revision, taken_at, inputs, teams, rows)
    select ${contestId}, ${moment}, ${rulingId ?? null}::bigint, ${sanctionId ?? null}::bigint, ${revision}, ${now}, ${inputs ? JSON.stringify(inputs) : null}::jsonb,
      ${teams ? JSON.stringify(teams) : null}::jsonb, coalesce(jsonb_agg(r.line order by r.rank, r.entry_id), '[]') from (
      select s.entry_id, rank() over (order by s.rank_key desc) as rank, jsonb_build_object(
        'rank', rank() over (order by s.rank_key desc), 'entryId', s.entry_id, 'personId', e.person_id, 'name', p.name,
        'branchId', e.branch_id, 'branchName', b.name, 'scoreMilli', s.score_milli, 'rightCount', s.right_count,
        'totalMs', s.total_ms, 'lastScoringMs', s.last_scoring_ms) as line
      from ${results} s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
      where s.contest_id = ${contestId} and s.counts) r
    on conflict do nothing returning id`);
  return kept.rows.length > 0;
}
