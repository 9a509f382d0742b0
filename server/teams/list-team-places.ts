import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { type Ranked, type RankFields, rankedPage } from "#domain/boards/rank-key.ts";

export type TeamPlace = Ranked<
  RankFields & {
    readonly teamId: number;
    readonly name: string;
    readonly branchId: number | null;
    readonly branchName: string | null;
    readonly division: string | null;
    readonly members: number;
    readonly played: number;
    readonly counted: number;
  }
>;

type Row = {
  team_id: string;
  name: string;
  branch_id: string | null;
  branch_name: string | null;
  division: string | null;
  score_milli: string;
  right_count: number;
  total_ms: string;
  last_scoring_ms: string;
  members: number;
  played: number;
  counted: number;
};

/** Teams with a place, in the one order there is: the stored sort key; all of them, or the first `most`. With a division, ranked within it. */
export async function listTeamPlaces(db: Db | Tx, contestId: number, division?: string, most?: number): Promise<TeamPlace[]> {
  const { rows } = await db.execute<Row>(sql`
    select s.team_id, t.name, t.branch_id, b.name as branch_name, t.division, s.score_milli, s.right_count, s.total_ms, s.last_scoring_ms,
      s.members, s.played, s.counted
    from team_standings s join teams t on t.id = s.team_id left join branches b on b.id = t.branch_id
    where s.contest_id = ${contestId} and s.counts and (${division ?? null}::text is null or t.division = ${division ?? null})
    order by s.rank_key desc, s.team_id limit ${most ?? null}`);
  return rankedPage(rows.map(placeOf), 0, 1);
}

/** How many teams have a place. */
export async function countTeamPlaces(db: Db | Tx, contestId: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from team_standings where contest_id = ${contestId} and counts`,
  );
  return rows[0]?.count ?? 0;
}

const placeOf = (row: Row) => ({
  ...{ teamId: Number(row.team_id), name: row.name, branchId: row.branch_id === null ? null : Number(row.branch_id) },
  ...{ branchName: row.branch_name, division: row.division, members: row.members, played: row.played, counted: row.counted },
  ...{ scoreMilli: Number(row.score_milli), rightCount: row.right_count, totalMs: Number(row.total_ms) },
  lastScoringMs: Number(row.last_scoring_ms),
});
