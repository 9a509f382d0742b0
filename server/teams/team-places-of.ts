import type { Db, Tx } from "#db/client.ts";
import type { BoardCut } from "#domain/boards/freeze.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listFrozenTeams } from "./list-frozen-teams.ts";
import { listTeamPlaces, type TeamPlace } from "./list-team-places.ts";
import { asTeamContest } from "./own-team.ts";

/** The teams with a place on the board of this cut, best first; none in a contest of persons, and none while S_f is being stored. */
export async function teamPlacesOf(db: Db | Tx, contest: ContestSubject, cut: BoardCut, division?: string): Promise<TeamPlace[]> {
  if (!contest.rules.team || cut === "none") return [];
  return cut === "frozen" ? listFrozenTeams(db, asTeamContest(contest), division) : listTeamPlaces(db, contest.id, division);
}
