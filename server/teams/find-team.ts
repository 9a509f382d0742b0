import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { teams } from "#db/schema/teams.ts";
import { listMembers } from "./own-team.ts";

/** A team with its members, to be looked at. */
export async function findTeam(db: Db, teamId: number) {
  const { id, name, division, code, fixedAt } = teams;
  const [team] = await db
    .select({ id, name, division, code, fixedAt, branchName: branches.name })
    .from(teams)
    .leftJoin(branches, eq(branches.id, teams.branchId))
    .where(eq(id, teamId));
  return team ? { ...team, members: await listMembers(db, teamId) } : undefined;
}
