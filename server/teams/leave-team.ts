import { eq } from "drizzle-orm";
import { z } from "zod";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { command } from "#server/verb.ts";
import { asTeamContest, lockOwnTeam, refuseFixed, refuseInStage } from "./own-team.ts";
import { takeOut } from "./take-out.ts";

/** Leaves one's team while it is not fixed. The captain hands it over first; the last one takes the team along. */
export const leaveTeam = command({
  at: "POST /api/contests/:slug/team/leave",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ left: z.boolean() }),
  refusals: ["no-team-contest", "no-team", "team-fixed", "teams-by-promotion", "captain-stays", "cancelled"],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, found, _input, { viewer, now }) {
    const contest = asTeamContest(found);
    const { team, own } = await lockOwnTeam(tx, contest.id, viewer.personId);
    refuseInStage(contest);
    refuseFixed(contest, team, now);
    if (own.role === "captain" && team.members.length > 1) throw new Refusal("captain-stays");
    if (team.members.length > 1) await takeOut(tx, team, viewer.personId);
    else {
      await tx.delete(teamMembers).where(eq(teamMembers.teamId, team.id));
      await tx.delete(teams).where(eq(teams.id, team.id));
    }
    return { left: true };
  },
});
