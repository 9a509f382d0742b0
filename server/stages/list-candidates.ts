import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Candidate } from "#domain/stages/promote.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listTeamPlaces } from "#server/teams/list-team-places.ts";

export type NamedCandidate = Candidate & Readonly<{ name: string; branchName: string }>;

type Row = { person_id: string; branch_id: string; name: string; branch_name: string; division: string | null };
type Fields = { score_milli: number; right_count: number; total_ms: number; last_scoring_ms: string };

/** Everybody of a contest of persons with a counted result. */
async function listPersons(db: Db | Tx, contestId: number): Promise<NamedCandidate[]> {
  const { rows } = await db.execute<Row & Fields>(sql`
    select e.person_id, e.branch_id, p.name, b.name as branch_name, e.division, s.score_milli, s.right_count, s.total_ms, s.last_scoring_ms
    from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
    where s.contest_id = ${contestId} and s.counts order by s.rank_key desc, s.entry_id`);
  return rows.map((row) => ({
    ...{ subject: Number(row.person_id), branchId: Number(row.branch_id), name: row.name, branchName: row.branch_name },
    ...{ division: row.division, scoreMilli: row.score_milli, rightCount: row.right_count, totalMs: row.total_ms },
    lastScoringMs: Number(row.last_scoring_ms),
  }));
}

/** Who may go on or win something: the teams of a contest of teams, else the persons; each with the result that its board has. */
export async function listCandidates(db: Db | Tx, contest: Pick<ContestSubject, "id" | "rules">): Promise<NamedCandidate[]> {
  if (!contest.rules.team) return listPersons(db, contest.id);
  const places = await listTeamPlaces(db, contest.id);
  return places.map(({ teamId, rank: _rank, branchName, members: _members, played: _played, counted: _counted, ...rest }) => ({
    ...rest,
    subject: teamId,
    branchName: branchName ?? "",
  }));
}
