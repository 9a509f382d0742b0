import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { branches, people } from "#db/schema/people.ts";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { isFixed, plays, TEAM_ROLES } from "#domain/teams/membership.ts";
import { teamRulesSchema } from "#domain/teams/team-rules.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

/** All teams of a contest as its organizers see them: who is in them, who has played, and which are too small to start. */
export const listTeamsDesk = query({
  at: "GET /api/desk/contests/:slug/teams",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    /** Null for a contest of persons. */
    rules: teamRulesSchema.nullable(),
    divisions: z.array(z.string()),
    teams: z.array(
      z.object({
        ...{ id: z.number(), name: z.string(), branchName: z.string().nullable(), division: z.string().nullable(), code: z.string() },
        ...{ fixed: z.boolean(), tooSmall: z.boolean() },
        members: z.array(
          z.object({
            ...{ personId: z.number(), staffNo: z.string(), name: z.string(), branchName: z.string() },
            ...{ role: z.enum(TEAM_ROLES), played: z.boolean() },
          }),
        ),
      }),
    ),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { id, name, division, code, fixedAt } = teams;
    const all = await db
      .select({ id, name, division, code, fixedAt, branchName: branches.name })
      .from(teams)
      .leftJoin(branches, eq(branches.id, teams.branchId))
      .where(eq(teams.contestId, contest.id))
      .orderBy(asc(branches.path), asc(id));
    const members = await db
      .select({
        ...{ teamId: teamMembers.teamId, personId: people.id, staffNo: people.staffNo, name: people.name, branchName: branches.name },
        role: teamMembers.role,
        played: sql<boolean>`exists (select 1 from entries e where e.contest_id = ${contest.id} and e.person_id = ${people.id})`,
      })
      .from(teamMembers)
      .innerJoin(people, eq(people.id, teamMembers.personId))
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(eq(teamMembers.contestId, contest.id))
      .orderBy(asc(teamMembers.role), asc(teamMembers.joinedAt), asc(teamMembers.personId));
    const { team: rules, divisions } = contest.rules;
    if (!rules) return { contest: { slug, title: contest.title }, rules: null, divisions: [], teams: [] };
    return {
      contest: { slug, title: contest.title },
      rules,
      divisions: divisions?.names ?? [],
      teams: all.map((team) => {
        const own = members.filter(({ teamId }) => teamId === team.id);
        const fixed = isFixed(rules, { fixedAt: team.fixedAt, opensAt: contest.opensAt, now });
        return { ...team, fixed, tooSmall: own.filter(plays).length < rules.min, members: own };
      }),
    };
  },
});
