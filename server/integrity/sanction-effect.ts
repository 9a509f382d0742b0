import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branchBoard } from "#domain/boards/branch-board.ts";
import type { BranchInputs } from "#domain/boards/freeze.ts";
import { type BoardLine, type PlaceMove, placeMoves, type UnitLine, type UnitMove, unitMoves } from "#domain/boards/place-moves.ts";
import type { KeptTeam } from "#domain/teams/kept-team.ts";
import { factsOf, type NamedBranchFacts, readBranchFacts } from "#server/boards/branch-facts.ts";
import { branchesAmong } from "#server/boards/get-branch-board.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listTeamPlaces } from "#server/teams/list-team-places.ts";

/** Every board of a contest at one moment. Teams and branches are null where it has no such board, or that one was not kept. */
type Boards = Readonly<{ persons: readonly BoardLine[]; teams: readonly UnitLine[] | null; branches: readonly UnitLine[] | null }>;
/** What moves on each board; null where it has none, or none was kept. */
export type SanctionEffect = Readonly<{
  persons: readonly PlaceMove[];
  teams: readonly UnitMove[] | null;
  branches: readonly UnitMove[] | null;
}>;

const teamLine = ({ teamId, name, rank, scoreMilli }: Pick<KeptTeam, "teamId" | "name" | "rank" | "scoreMilli">): UnitLine => ({
  ...{ id: teamId, name, rank, scoreMilli },
});

/** The board of branches as it is printed, whose value stands as the score. */
function branchLines({ rules }: ContestSubject, facts: NamedBranchFacts): UnitLine[] {
  const { branchFormula: formula, topN } = rules.board;
  return branchBoard({ ...facts, topN, formula, among: branchesAmong(facts, undefined) }).rows.map(({ branchId, rank, adjustedMilli }) => ({
    ...{ id: branchId, name: facts.names.get(branchId) ?? "", rank, scoreMilli: adjustedMilli },
  }));
}

async function personLines(tx: Tx, contestId: number): Promise<BoardLine[]> {
  const { rows } = await tx.execute<{ entry_id: string; name: string; branch: string; rank: number; score_milli: string }>(sql`
    select s.entry_id, p.name, b.name as branch, rank() over (order by s.rank_key desc)::int as rank, s.score_milli
    from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
    where s.contest_id = ${contestId} and s.counts`);
  return rows.map((row) => ({
    ...{ entryId: Number(row.entry_id), name: row.name, branchName: row.branch, rank: row.rank, scoreMilli: Number(row.score_milli) },
  }));
}

/** The boards as they stand in this very transaction. */
export async function boardsNow(tx: Tx, contest: ContestSubject): Promise<Boards> {
  const { team, board } = contest.rules;
  return {
    persons: await personLines(tx, contest.id),
    teams: team ? (await listTeamPlaces(tx, contest.id)).map(teamLine) : null,
    branches: board.branches ? branchLines(contest, await readBranchFacts(tx, contest)) : null,
  };
}

type Kept = {
  moment: string;
  rows: (BoardLine & { branchId: number; totalMs: number })[];
  teams: KeptTeam[] | null;
  inputs: BranchInputs | null;
};

const boardsOf = (contest: ContestSubject, { rows, teams, inputs }: Kept): Boards => ({
  persons: rows,
  teams: teams?.map(teamLine) ?? null,
  branches: inputs && branchLines(contest, factsOf(inputs, rows)),
});

const both = <Line, Move>(
  was: readonly Line[] | null,
  is: readonly Line[] | null,
  moves: (a: readonly Line[], b: readonly Line[]) => Move[],
) => was && is && moves(was, is);

/** What the boards of two moments differ in. */
export const effectBetween = (was: Boards, is: Boards): SanctionEffect => ({
  persons: placeMoves(was.persons, is.persons),
  teams: both(was.teams, is.teams, unitMoves),
  branches: both(was.branches, is.branches, unitMoves),
});

/** What moved when a sanction was carried out, by the two boards that were kept. Null of one that was carried out before boards were kept. */
export async function effectAsKept(db: Db, contest: ContestSubject, sanctionId: number): Promise<SanctionEffect | null> {
  const { rows } = await db.execute<Kept>(
    sql`select moment, rows, teams, inputs from board_snapshots where sanction_id = ${sanctionId} and moment in ('before-sanction', 'after-sanction')`,
  );
  const [before, after] = ["before-sanction", "after-sanction"].map((moment) => rows.find((row) => row.moment === moment));
  return before && after ? effectBetween(boardsOf(contest, before), boardsOf(contest, after)) : null;
}
