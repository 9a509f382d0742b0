import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { roleForNext } from "#domain/teams/membership.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { countCodeGuess, refuseManyCodes } from "./limit-codes.ts";
import { readTeamCode } from "./new-code.ts";
import { asTeamContest, lockTeam, refuseFixed, refuseInStage, teamIdOf } from "./own-team.ts";

/** Joins a team by its code: as a member while there is room, then as a substitute. Whoever is in it already is told the same again. */
export const joinTeam = command({
  at: "POST /api/contests/:slug/teams/join",
  input: z.strictObject({ slug: z.string().max(80), code: z.string().min(1).max(40) }),
  output: z.object({ id: z.number(), name: z.string(), role: z.string() }),
  refusals: [
    ...["no-team-contest", "team-fixed", "teams-by-promotion", "already-in-team", "team-code-wrong", "too-many-guesses"],
    ...["team-full", "other-branch", "cancelled"],
  ],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, found, { slug, code }, { viewer, now }) {
    const contest = asTeamContest(found);
    const { personId } = viewer;
    await refuseManyCodes(contest.id, personId, now);
    const [named] = await tx
      .select({ id: teams.id })
      .from(teams)
      .where(and(eq(teams.contestId, contest.id), eq(teams.code, readTeamCode(code))));
    if (!named) {
      await countCodeGuess(contest.id, personId, now);
      throw fieldRefusal("code", "team-code-wrong");
    }
    const team = await lockTeam(tx, contest.id, named.id);
    if (!team) throw fieldRefusal("code", "team-code-wrong");
    const own = team.members.find((member) => member.personId === personId);
    if (own) return { id: team.id, name: team.name, role: own.role };
    if ((await teamIdOf(tx, contest.id, personId)) !== undefined) throw new Refusal("already-in-team");
    refuseInStage(contest);
    refuseFixed(contest, team, now);
    if (team.branchId !== null && team.branchId !== viewer.branchId) throw fieldRefusal("code", "other-branch");
    const role = roleForNext(contest.rules.team, team.members);
    if (role === null) throw new Refusal("team-full");
    const row = { contestId: contest.id, personId, teamId: team.id, role, joinedAt: now };
    const joined = await tx.insert(teamMembers).values(row).onConflictDoNothing().returning({ teamId: teamMembers.teamId });
    if (joined.length === 0) throw new Refusal("already-in-team");
    const captain = team.members.filter((member) => member.role === "captain").map((member) => member.personId);
    const params = { name: viewer.name, team: team.name };
    await giveNotice(tx, { personIds: captain, kind: "team-joined", params, path: `/contests/${slug}`, now });
    return { id: team.id, name: team.name, role };
  },
});
