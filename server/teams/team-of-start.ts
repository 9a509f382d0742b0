import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { teams } from "#db/schema/teams.ts";
import { Refusal } from "#domain/refusal.ts";
import { plays } from "#domain/teams/membership.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { asTeamContest, lockOwnTeam } from "./own-team.ts";

type Entering = { teamId: number | null; division: string | null };

/**
 * For which team somebody enters, and fixes its members with the first who does (I24): both under the team's lock, so that nobody leaves
 * while another starts. Refuses who is in no team (`no-team`), who is a substitute (`substitute-waits`), everybody but the captain where
 * the captain answers (`captain-answers`), and a team that is too small (`team-too-small`).
 */
export async function teamOfStart(tx: Tx, found: ContestSubject, personId: number, now: Date): Promise<Entering> {
  if (!found.rules.team) return { teamId: null, division: null };
  const contest = asTeamContest(found);
  const { team, own } = await lockOwnTeam(tx, contest.id, personId);
  const { min, play } = contest.rules.team;
  if (!plays(own)) throw new Refusal("substitute-waits");
  if (play === "captain" && own.role !== "captain") throw new Refusal("captain-answers");
  if (team.members.filter(plays).length < min) throw new Refusal("team-too-small", { min });
  if (team.fixedAt === null) await tx.update(teams).set({ fixedAt: now }).where(eq(teams.id, team.id));
  return { teamId: team.id, division: team.division };
}
