import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { invitePeople } from "#server/contests/invite-people.ts";
import { newTeamCode } from "#server/teams/new-code.ts";

/** Copies promoted teams with their members, once each; who is no longer promoted is taken out again. */
async function copyTeams(tx: Tx, stageId: number, promoted: readonly number[], now: Date): Promise<void> {
  const there = await tx
    .select({ id: teams.id, from: teams.fromTeamId })
    .from(teams)
    .where(and(eq(teams.contestId, stageId), isNotNull(teams.fromTeamId)));
  const gone = there.filter(({ from }) => from === null || !promoted.includes(from)).map(({ id }) => id);
  if (gone.length > 0) {
    await tx.delete(teamMembers).where(inArray(teamMembers.teamId, gone));
    await tx.delete(teams).where(inArray(teams.id, gone));
  }
  const kept = new Set(there.map(({ from }) => from));
  for (const from of promoted.filter((id) => !kept.has(id))) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into teams (contest_id, name, branch_id, division, code, from_team_id, created_at, created_by)
      select ${stageId}, name, branch_id, division, ${newTeamCode()}, id, ${now}, created_by from teams where id = ${from} returning id`);
    await tx.execute(sql`
      insert into team_members (contest_id, person_id, team_id, role, joined_at)
      select ${stageId}, person_id, ${Number(rows[0]?.id)}, role, joined_at from team_members where team_id = ${from}`);
  }
}

/**
 * Makes the promoted the entrants of the next stage: teams copied with their members, and everybody of them, or the persons, invited. Nobody
 * else enters it.
 */
export async function fillStage(tx: Tx, stageId: number, promoted: readonly number[], ofTeams: boolean, now: Date): Promise<void> {
  if (ofTeams) await copyTeams(tx, stageId, promoted, now);
  const people = ofTeams
    ? await tx.select({ personId: teamMembers.personId }).from(teamMembers).where(eq(teamMembers.contestId, stageId))
    : promoted.map((personId) => ({ personId }));
  await invitePeople(
    tx,
    stageId,
    people.map(({ personId }) => ({ personId, because: "promoted" as const })),
    now,
  );
}

/** The stage that follows a contest and was not called off. */
export async function nextStageOf(tx: Tx, contestId: number) {
  const { id, slug, opensAt, cancelledAt, followsId } = contests;
  const [next] = await tx
    .select({ id, slug, opensAt })
    .from(contests)
    .where(and(eq(followsId, contestId), sql`${cancelledAt} is null`));
  return next;
}
