import { compareRank, type RankFields, ranked } from "#domain/boards/rank-key.ts";
import { teamResultOf } from "./team-fields.ts";
import type { TeamRules } from "./team-rules.ts";

/** A team on a board that was kept: its place, and what it follows from. */
export type KeptTeam = RankFields &
  Readonly<{
    rank: number;
    teamId: number;
    name: string;
    branchId: number | null;
    branchName: string | null;
    division: string | null;
    members: number;
    played: number;
    counted: number;
    /** Whose results it has, best first: the first `counted` of them are the total. */
    entryIds: readonly number[];
  }>;

type Figures = RankFields & Pick<KeptTeam, "rank" | "teamId" | "members" | "played" | "counted" | "entryIds">;
type Results = ReadonlyMap<number, RankFields>;

/** Whether a kept team's figures are those its members' results give, and its members stand in the order they have. */
function followsFrom(team: Figures, rules: Pick<TeamRules, "play" | "score" | "topN">, persons: Results): boolean {
  const results = team.entryIds.flatMap((id) => persons.get(id) ?? []);
  const isInOrder = results.every((result, at) => at === 0 || compareRank(results[at - 1] ?? result, result) <= 0);
  const result = teamResultOf(rules, results, team.members);
  if (result === null || !isInOrder || results.length !== team.entryIds.length) return false;
  const told = [team.scoreMilli, team.rightCount, team.totalMs, team.lastScoringMs, team.played, team.counted];
  const given = [result.scoreMilli, result.rightCount, result.totalMs, result.lastScoringMs, result.played, result.counted];
  return told.every((figure, at) => figure === given[at]);
}

/**
 * What in the teams of a kept board does not follow from its persons: the numbers of teams whose figures are not those of their members, and
 * of those that stand in another place than their figures give.
 */
export function wrongTeams(
  teams: readonly Figures[],
  rules: Pick<TeamRules, "play" | "score" | "topN">,
  persons: Results,
): { sums: number[]; places: number[] } {
  const sums = teams.filter((team) => !followsFrom(team, rules, persons)).map(({ teamId }) => teamId);
  const placed = ranked(teams.map((team) => ({ ...team, told: team.rank })));
  return { sums, places: placed.filter(({ rank, told }) => rank !== told).map(({ teamId }) => teamId) };
}
