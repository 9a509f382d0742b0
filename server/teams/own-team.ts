import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { Refusal } from "#domain/refusal.ts";
import { isFixed } from "#domain/teams/membership.ts";
import type { TeamRules } from "#domain/teams/team-rules.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";

export type TeamContest = ContestSubject & { rules: ContestSubject["rules"] & { team: TeamRules } };

/** The contest as one of teams; refuses `no-team-contest` for one of persons. */
export function asTeamContest(contest: ContestSubject): TeamContest {
  const { team } = contest.rules;
  if (!team) throw new Refusal("no-team-contest");
  return { ...contest, rules: { ...contest.rules, team } };
}

const columns = {
  ...{ id: teams.id, contestId: teams.contestId, name: teams.name, branchId: teams.branchId, division: teams.division },
  ...{ code: teams.code, fixedAt: teams.fixedAt },
};

/** The members of a team, the captain first, in the order in which they came. */
export function listMembers(db: Db | Tx, teamId: number) {
  return db
    .select({ personId: teamMembers.personId, name: people.name, branchName: branches.name, role: teamMembers.role })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(eq(teamMembers.teamId, teamId))
    .orderBy(asc(teamMembers.role), asc(teamMembers.joinedAt), asc(teamMembers.personId));
}

/** A team with its members, held until the transaction ends. Members are read in a statement of their own: after the wait for the lock. */
export async function lockTeam(tx: Tx, contestId: number, teamId: number) {
  const [team] = await tx
    .select(columns)
    .from(teams)
    .where(and(eq(teams.id, teamId), eq(teams.contestId, contestId)))
    .for("update");
  return team ? { ...team, members: await listMembers(tx, team.id) } : undefined;
}

export type LockedTeam = NonNullable<Awaited<ReturnType<typeof lockTeam>>>;

/** Which team a person is in. */
export async function teamIdOf(db: Db | Tx, contestId: number, personId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(and(eq(teamMembers.contestId, contestId), eq(teamMembers.personId, personId)));
  return row?.teamId;
}

/** One's own team, held; refuses `no-team` for who is in none. */
export async function lockOwnTeam(tx: Tx, contestId: number, personId: number) {
  const teamId = await teamIdOf(tx, contestId, personId);
  const team = teamId === undefined ? undefined : await lockTeam(tx, contestId, teamId);
  const own = team?.members.find((member) => member.personId === personId);
  if (!team || !own) throw new Refusal("no-team");
  return { team, own };
}

/** Refuses `team-fixed` once the members of a team stand (I24), and `teams-by-promotion` where teams come from the stage before. */
export function refuseFixed(contest: TeamContest, team: Pick<LockedTeam, "fixedAt">, now: Date): void {
  if (contest.cancelledAt) throw new Refusal("cancelled");
  if (isFixed(contest.rules.team, { fixedAt: team.fixedAt, opensAt: contest.opensAt, now })) throw new Refusal("team-fixed");
  if (now >= contest.closesAt) throw new Refusal("team-fixed");
}

/** Who comes and goes is decided by promotion in a later stage; its teams only bring in their own substitutes. */
export function refuseInStage(contest: TeamContest): void {
  if (contest.followsId !== null) throw new Refusal("teams-by-promotion");
}

/** Refuses `not-the-captain` to everybody else. */
export function refuseOthers(own: { role: string }): void {
  if (own.role !== "captain") throw new Refusal("not-the-captain");
}
