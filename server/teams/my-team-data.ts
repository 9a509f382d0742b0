import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { awardGrants, awards, promotionRows, promotions } from "#db/schema/stages.ts";
import { teamMembers, teams } from "#db/schema/teams.ts";

/** What contests keep about oneself beside the results, for the own export: teams, promotions and awards. */
export async function myTeamData(db: Db, personId: number) {
  const { rank, kind } = promotionRows;
  return {
    teams: await db
      .select({ contest: contests.title, team: teams.name, role: teamMembers.role, joinedAt: teamMembers.joinedAt })
      .from(teamMembers)
      .innerJoin(teams, eq(teams.id, teamMembers.teamId))
      .innerJoin(contests, eq(contests.id, teamMembers.contestId))
      .where(eq(teamMembers.personId, personId))
      .orderBy(asc(teams.id)),
    promotions: await db
      .select({ contest: contests.title, rank, kind, publishedAt: promotions.publishedAt })
      .from(promotionRows)
      .innerJoin(promotions, eq(promotions.id, promotionRows.promotionId))
      .innerJoin(contests, eq(contests.id, promotions.contestId))
      .where(eq(promotionRows.personId, personId))
      .orderBy(asc(promotionRows.id)),
    awards: await db
      .select({ contest: contests.title, award: awards.award, rank: awards.rank, grantedAt: awardGrants.grantedAt })
      .from(awards)
      .innerJoin(awardGrants, eq(awardGrants.id, awards.grantId))
      .innerJoin(contests, eq(contests.id, awardGrants.contestId))
      .where(eq(awards.personId, personId))
      .orderBy(asc(awards.id)),
  };
}
