import { and, desc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { boardSnapshots } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";
import { teams } from "#db/schema/teams.ts";
import { ranked } from "#domain/boards/rank-key.ts";
import type { TeamPlace } from "./list-team-places.ts";
import type { TeamContest } from "./own-team.ts";
import { teamResultsOf } from "./recount-teams.ts";

/** How many played in each team when S_f was stored. */
export async function frozenMembers(db: Db | Tx, contestId: number): Promise<ReadonlyMap<number, number>> {
  const [kept] = await db
    .select({ inputs: boardSnapshots.inputs })
    .from(boardSnapshots)
    .where(and(eq(boardSnapshots.contestId, contestId), eq(boardSnapshots.moment, "freeze")))
    .orderBy(desc(boardSnapshots.revision))
    .limit(1);
  return new Map(kept?.inputs?.teams?.map(({ teamId, members }) => [teamId, members]));
}

/**
 * The board of teams as it stood at the freeze (D6): out of the frozen results of their members, so that it tells no more than those.
 * `kept`: how many played in each, where that is being stored in this very transaction.
 */
export async function listFrozenTeams(
  db: Db | Tx,
  contest: TeamContest,
  division: string | undefined,
  kept?: ReadonlyMap<number, number>,
): Promise<TeamPlace[]> {
  const { id, name, branchId } = teams;
  const all = await db
    .select({ id, name, branchId, branchName: branches.name, division: teams.division })
    .from(teams)
    .leftJoin(branches, eq(branches.id, branchId))
    .where(eq(teams.contestId, contest.id));
  const asked = new Map(all.filter((team) => division === undefined || team.division === division).map((team) => [team.id, team]));
  const members = kept ?? (await frozenMembers(db, contest.id));
  const results = await teamResultsOf(db, contest.rules.team, [...asked.keys()], { cut: "frozen", members });
  return ranked(
    results.flatMap(({ teamId, members, result }) => {
      const team = asked.get(teamId);
      if (!team || !result) return [];
      const { id: _id, ...named } = team;
      return [{ ...named, teamId, members, ...result }];
    }),
  );
}
