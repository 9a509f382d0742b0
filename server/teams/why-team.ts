import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { TEAM_SCORES } from "#domain/teams/team-rules.ts";
import { beforeOf, whySchema } from "#server/boards/before-of.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { asTeamContest, teamIdOf } from "./own-team.ts";
import { teamResultsOf } from "./recount-teams.ts";

/** How the own team came to its result, and how many stand before it. Sums alone: no member's result is told by itself. */
export const whyTeamSchema = whySchema.extend({
  /** `captain`: the captain's result is the team's. */
  formula: z.enum([...TEAM_SCORES, "captain"]),
  ...{ sumMilli: z.number(), members: z.number(), played: z.number(), counted: z.number(), topN: z.number() },
});

/** The arithmetic of the own team's place; null without a team, or while it has no result. */
export async function whyTeam(db: Db, found: ContestSubject, personId: number): Promise<z.output<typeof whyTeamSchema> | null> {
  if (!found.rules.team) return null;
  const { team } = asTeamContest(found).rules;
  const teamId = await teamIdOf(db, found.id, personId);
  const [own] = teamId === undefined ? [] : await teamResultsOf(db, team, [teamId]);
  if (!own?.result) return null;
  const { members, result } = own;
  const { sumMilli, played, counted, ...place } = result;
  const key = { ...place, rankKey: rankKeyOf(result) };
  const why = await beforeOf(db, sql`team_standings where contest_id = ${found.id} and counts`, sql`team_id <> ${own.teamId}`, key);
  return {
    ...{ ...place, ...why, formula: team.play === "captain" ? "captain" : team.score },
    ...{ sumMilli, members, played, counted, topN: team.topN },
  };
}
