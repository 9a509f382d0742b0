import type { Db, Tx } from "#db/client.ts";
import type { BoardCut } from "#domain/boards/freeze.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listFrozenTeams } from "./list-frozen-teams.ts";
import { countTeamPlaces, listTeamPlaces, type TeamPlace } from "./list-team-places.ts";
import { asTeamContest } from "./own-team.ts";

/** The teams with a place on the board of this cut, best first; none in a contest of persons, and none while S_f is being stored. */
export async function teamPlacesOf(db: Db | Tx, contest: ContestSubject, cut: BoardCut, division?: string): Promise<TeamPlace[]> {
  if (!contest.rules.team || cut === "none") return [];
  return cut === "frozen" ? listFrozenTeams(db, asTeamContest(contest), division) : listTeamPlaces(db, contest.id, division);
}

/** The first of them, and how many there are: what a screen and a stream show; null in a contest of persons. */
export async function firstTeamsOf(
  db: Db | Tx,
  contest: ContestSubject,
  cut: BoardCut,
  most: number,
): Promise<{ total: number; places: TeamPlace[] } | null> {
  if (!contest.rules.team) return null;
  if (cut === "now") return { total: await countTeamPlaces(db, contest.id), places: await listTeamPlaces(db, contest.id, undefined, most) };
  const all = await teamPlacesOf(db, contest, cut);
  return { total: all.length, places: all.slice(0, most) };
}
