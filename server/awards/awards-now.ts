import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { medalsOf, organisationAwards } from "#domain/awards/award-places.ts";
import type { AwardRules, Medal } from "#domain/awards/award-rules.ts";
import { branchTotalsOf, noTotals } from "#domain/boards/branch-totals.ts";
import { readBranchFacts } from "#server/boards/branch-facts.ts";
import { branchesAmong } from "#server/boards/get-branch-board.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listCandidates } from "#server/stages/list-candidates.ts";

/** One award, as it would be granted: of a team, a person or a branch. */
export type AwardRow = Readonly<{
  award: Medal | "organisation";
  teamId: number | null;
  personId: number | null;
  branchId: number | null;
  name: string;
  branchName: string;
  division: string | null;
  rank: number;
  scoreMilli: number | null;
  participants: number | null;
  eligible: number | null;
}>;

/**
 * Who took part, by branch of the roster. Where captains answer for all, everybody who plays in a team with a result did; else it is who
 * has a counted result themselves (D5).
 */
async function turnoutOf(db: Db | Tx, contest: ContestSubject): Promise<Map<number, number>> {
  const byCaptain = contest.rules.team?.play === "captain";
  const { rows } = await db.execute<{ branch_id: string; count: number }>(
    byCaptain
      ? sql`
        select r.branch_id, count(*)::int as count from team_standings s join team_members m on m.team_id = s.team_id and m.role <> 'substitute'
        join contest_roster r on r.contest_id = s.contest_id and r.person_id = m.person_id
        where s.contest_id = ${contest.id} and s.counts group by r.branch_id`
      : sql`
        select e.branch_id, count(*)::int as count from standings s join entries e on e.id = s.entry_id
        where s.contest_id = ${contest.id} and s.counts group by e.branch_id`,
  );
  return new Map(rows.map(({ branch_id, count }) => [Number(branch_id), count]));
}

async function organisationRows(db: Db | Tx, contest: ContestSubject, rules: AwardRules): Promise<AwardRow[]> {
  if (rules.organisation === null) return [];
  const facts = await readBranchFacts(db, contest);
  const turnout = await turnoutOf(db, contest);
  const results = [...turnout].flatMap(([branchId, count]) =>
    Array.from({ length: count }, () => ({ branchId, scoreMilli: 0, totalMs: 0 })),
  );
  const totals = branchTotalsOf({ ...facts, results, topN: 1 });
  const branches = branchesAmong(facts, undefined).map((branchId) => {
    const { eligible, participants } = totals.get(branchId) ?? noTotals();
    return { branchId, eligible, participants };
  });
  return organisationAwards(branches, rules.organisation).map(({ branchId, rank, eligible, participants }) => ({
    ...{ award: "organisation" as const, teamId: null, personId: null, branchId, name: facts.names.get(branchId) ?? "" },
    ...{ branchName: "", division: null, rank, scoreMilli: null, participants, eligible },
  }));
}

/** All awards the printed rules give as results stand now, medals first, in order of the board. */
export async function awardsNow(db: Db | Tx, contest: ContestSubject, rules: AwardRules): Promise<AwardRow[]> {
  const candidates = await listCandidates(db, contest);
  const bySubject = new Map(candidates.map((one) => [one.subject, one]));
  const ofTeams = contest.rules.team !== undefined;
  const medals = medalsOf(candidates, rules).map(({ subject, medal, rank, scoreMilli, division }) => ({
    ...{ award: medal, teamId: ofTeams ? subject : null, personId: ofTeams ? null : subject, branchId: null },
    ...{ name: bySubject.get(subject)?.name ?? "", branchName: bySubject.get(subject)?.branchName ?? "" },
    ...{ division: division ?? bySubject.get(subject)?.division ?? null, rank, scoreMilli, participants: null, eligible: null },
  }));
  return [...medals, ...(await organisationRows(db, contest, rules))];
}
