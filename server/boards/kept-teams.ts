import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { BranchInputs } from "#domain/boards/freeze.ts";
import type { KeptTeam } from "#domain/teams/kept-team.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listFrozenTeams } from "#server/teams/list-frozen-teams.ts";
import { listTeamPlaces } from "#server/teams/list-team-places.ts";
import { asTeamContest } from "#server/teams/own-team.ts";

/** Whose results stand in each team's total, best first, by the very keys the boards are ordered by. */
async function playersOf(tx: Tx, contestId: number, cut: "now" | "frozen"): Promise<ReadonlyMap<number, number[]>> {
  const results = cut === "now" ? sql`standings` : sql`frozen_standings`;
  const { rows } = await tx.execute<{ team_id: string; entry_ids: number[] }>(sql`
    select e.team_id, jsonb_agg(e.id order by s.rank_key desc, e.id) as entry_ids
    from entries e join ${results} s on s.entry_id = e.id and s.counts
    where e.contest_id = ${contestId} and e.team_id is not null group by e.team_id`);
  return new Map(rows.map(({ team_id, entry_ids }) => [Number(team_id), entry_ids]));
}

/** The teams of a board that is kept; null in a contest of persons. `inputs`: how many played in each, where the board is the frozen one. */
export async function keptTeamsOf(
  tx: Tx,
  contest: ContestSubject,
  cut: "now" | "frozen",
  inputs: BranchInputs | undefined,
): Promise<KeptTeam[] | null> {
  if (!contest.rules.team) return null;
  const members = inputs?.teams && new Map(inputs.teams.map((team) => [team.teamId, team.members]));
  const places =
    cut === "now" ? await listTeamPlaces(tx, contest.id) : await listFrozenTeams(tx, asTeamContest(contest), undefined, members);
  const players = await playersOf(tx, contest.id, cut);
  return places.map((place) => ({
    ...{ rank: place.rank, teamId: place.teamId, name: place.name, division: place.division },
    ...{ branchId: place.branchId, branchName: place.branchName },
    ...{ scoreMilli: place.scoreMilli, rightCount: place.rightCount, totalMs: place.totalMs, lastScoringMs: place.lastScoringMs },
    ...{ members: place.members, played: place.played, counted: place.counted },
    entryIds: players.get(place.teamId) ?? [],
  }));
}
