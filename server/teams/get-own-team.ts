import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { isFixed, TEAM_ROLES } from "#domain/teams/membership.ts";
import { teamRulesSchema } from "#domain/teams/team-rules.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { findTeam } from "./find-team.ts";
import { asTeamContest, teamIdOf } from "./own-team.ts";

/** One's own team in a contest, with the code by which others join; and what may still be done. `team` is null for who is in none. */
export const getOwnTeam = query({
  at: "GET /api/contests/:slug/team",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    rules: teamRulesSchema,
    /** The divisions to choose from when making a team; empty when none is chosen. */
    divisions: z.array(z.string()),
    /** Teams are made, joined and left; not in a later stage, whose teams come by promotion. */
    open: z.boolean(),
    team: z
      .object({
        ...{ id: z.number(), name: z.string(), branchName: z.string().nullable(), division: z.string().nullable(), code: z.string() },
        fixed: z.boolean(),
        members: z.array(
          z.object({ personId: z.number(), name: z.string(), branchName: z.string(), role: z.enum(TEAM_ROLES), own: z.boolean() }),
        ),
      })
      .nullable(),
  }),
  refusals: ["no-team-contest"],
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const found = await findContest(db, slug, viewer.personId);
    if (!found || !can.seeContest(viewer, found)) throw new Refusal("not-found");
    const contest = asTeamContest(found);
    const { team: rules, divisions } = contest.rules;
    const teamId = await teamIdOf(db, contest.id, viewer.personId);
    const team = teamId === undefined ? undefined : await findTeam(db, teamId);
    const at = { opensAt: contest.opensAt, now };
    return {
      contest: { slug, title: contest.title },
      rules,
      divisions: divisions?.by === "chosen" ? divisions.names : [],
      open:
        contest.followsId === null && contest.cancelledAt === null && now < contest.closesAt && !isFixed(rules, { ...at, fixedAt: null }),
      team: team
        ? {
            ...team,
            fixed: now >= contest.closesAt || isFixed(rules, { ...at, fixedAt: team.fixedAt }),
            members: team.members.map((member) => ({ ...member, own: member.personId === viewer.personId })),
          }
        : null,
    };
  },
});
