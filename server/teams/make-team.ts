import { z } from "zod";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { blankable, lineSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { command } from "#server/verb.ts";
import { newTeamCode } from "./new-code.ts";
import { asTeamContest, refuseFixed, refuseInStage, teamIdOf } from "./own-team.ts";
import { divisionOf } from "./team-division.ts";

/** Makes a team in a contest of teams; whoever makes it is its captain, and gives its code to the others. */
export const makeTeam = command({
  at: "POST /api/contests/:slug/teams",
  input: z.strictObject({ slug: z.string().max(80), name: lineSchema(30), division: blankable(lineSchema(30)) }),
  output: z.object({ id: z.number(), code: z.string() }),
  refusals: ["no-team-contest", "team-fixed", "teams-by-promotion", "already-in-team", "team-name-taken", "division-needed", "cancelled"],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, found, { name, division }, { viewer, now }) {
    const contest = asTeamContest(found);
    refuseInStage(contest);
    refuseFixed(contest, { fixedAt: null }, now);
    if ((await teamIdOf(tx, contest.id, viewer.personId)) !== undefined) throw new Refusal("already-in-team");
    const row = {
      ...{ contestId: contest.id, name, code: newTeamCode(), createdAt: now, createdBy: viewer.personId },
      branchId: contest.rules.team.branches === "one" ? viewer.branchId : null,
      division: divisionOf(contest.rules.divisions, division, viewer.tags),
    };
    const [team] = await nameConstraint({ teams_name_once: ["name", "team-name-taken"] }, () =>
      tx.insert(teams).values(row).returning({ id: teams.id, code: teams.code }),
    );
    if (!team) throw new Error("a team that was just made is gone");
    // Whoever presses twice, or joins elsewhere in the same moment, is in one team: the key says so.
    const captain = { contestId: contest.id, personId: viewer.personId, teamId: team.id, role: "captain" as const, joinedAt: now };
    const joined = await tx.insert(teamMembers).values(captain).onConflictDoNothing().returning({ teamId: teamMembers.teamId });
    if (joined.length === 0) throw new Refusal("already-in-team");
    return team;
  },
});
