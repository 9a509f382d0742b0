import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

type Moment = Readonly<{ contestId: number; moment: "end" | "ruled"; rulingId?: number; now: Date }>;

/**
 * Keeps the whole board as it stands, ranked, with names and branches of this day: a record that later moves do not change, and later
 * rulings neither. Returns whether it was kept; of one moment there is one.
 */
export async function keepBoard(tx: Tx, { contestId, moment, rulingId, now }: Moment): Promise<boolean> {
  const kept = await tx.execute(sql`
    insert into board_snapshots (contest_id, moment, ruling_id, taken_at, rows)
    select ${contestId}, ${moment}, ${rulingId ?? null}::bigint, ${now}, coalesce(jsonb_agg(r.line order by r.rank, r.entry_id), '[]') from (
      select s.entry_id, rank() over (order by s.rank_key desc) as rank, jsonb_build_object(
        'rank', rank() over (order by s.rank_key desc), 'entryId', s.entry_id, 'personId', e.person_id, 'name', p.name,
        'branchId', e.branch_id, 'branchName', b.name, 'scoreMilli', s.score_milli, 'rightCount', s.right_count,
        'totalMs', s.total_ms, 'lastScoringMs', s.last_scoring_ms) as line
      from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
      where s.contest_id = ${contestId} and s.counts) r
    on conflict do nothing returning id`);
  return kept.rows.length > 0;
}
