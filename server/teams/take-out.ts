import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { teamMembers } from "#db/schema/teams.ts";
import type { LockedTeam } from "./own-team.ts";

/** Takes somebody out of a team that is held. */
export async function takeOut(tx: Tx, team: Pick<LockedTeam, "id" | "contestId">, personId: number): Promise<void> {
  await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.contestId, team.contestId), eq(teamMembers.personId, personId), eq(teamMembers.teamId, team.id)));
}

/** Gives somebody of a team that is held another role. */
export async function giveRole(
  tx: Tx,
  team: Pick<LockedTeam, "contestId">,
  personId: number,
  role: "captain" | "member" | "substitute",
): Promise<void> {
  await tx
    .update(teamMembers)
    .set({ role })
    .where(and(eq(teamMembers.contestId, team.contestId), eq(teamMembers.personId, personId)));
}

/** Makes another the captain. One after the other, because at no moment may there be two. */
export async function handOver(tx: Tx, team: LockedTeam, personId: number): Promise<void> {
  const captain = team.members.find(({ role }) => role === "captain");
  const next = team.members.find((member) => member.personId === personId);
  // A substitute who becomes captain changes places with the captain: as many play as before.
  if (captain) await giveRole(tx, team, captain.personId, next?.role === "substitute" ? "substitute" : "member");
  await giveRole(tx, team, personId, "captain");
}
