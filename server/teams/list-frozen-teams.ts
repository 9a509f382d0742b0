import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { teams } from "#db/schema/teams.ts";
import { ranked } from "#domain/boards/rank-key.ts";
import type { TeamPlace } from "./list-team-places.ts";
import type { TeamContest } from "./own-team.ts";
import { teamResultsOf } from "./recount-teams.ts";

/** The board of teams as it stood at the freeze (D6): out of the frozen results of their members, so that it tells no more than those. */
export async function listFrozenTeams(db: Db, contest: TeamContest, division: string | undefined): Promise<TeamPlace[]> {
  const { id, name, branchId } = teams;
  const all = await db
    .select({ id, name, branchId, branchName: branches.name, division: teams.division })
    .from(teams)
    .leftJoin(branches, eq(branches.id, branchId))
    .where(eq(teams.contestId, contest.id));
  const asked = new Map(all.filter((team) => division === undefined || team.division === division).map((team) => [team.id, team]));
  const results = await teamResultsOf(db, contest.rules.team, [...asked.keys()], "frozen");
  return ranked(
    results.flatMap(({ teamId, members, result }) => {
      const team = asked.get(teamId);
      if (!team || !result) return [];
      const { id: _id, ...named } = team;
      return [{ ...named, teamId, members, ...result }];
    }),
  );
}
