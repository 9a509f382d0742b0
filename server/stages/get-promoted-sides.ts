import { asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { teamMembers } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { plays } from "#domain/teams/membership.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { latestPromotion } from "./read-promotion.ts";

/** A stage has room for so many. */
const MOST = 12;
/** A buzzer is pressed by so many of a side at most. */
const BUZZERS = 12;

const sideSchema = z.object({
  ...{ name: z.string(), fromTeamId: z.number().nullable() },
  /** Staff numbers of who presses the buzzer: captain first, then members; and of the substitutes. */
  ...{ staffNos: z.array(z.string()), others: z.array(z.string()) },
});

async function membersOf(db: Db, teamIds: readonly number[]) {
  if (teamIds.length === 0) return [];
  return db
    .select({ teamId: teamMembers.teamId, role: teamMembers.role, staffNo: people.staffNo })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .where(inArray(teamMembers.teamId, [...teamIds]))
    .orderBy(asc(teamMembers.role), asc(teamMembers.joinedAt), asc(teamMembers.personId));
}

/** The sides of a final as the list in force gives them, in its order: teams with captain, members and substitutes, or persons. */
export const getPromotedSides = query({
  at: "GET /api/desk/contests/:slug/sides",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), branchId: z.number() }),
    sides: z.array(sideSchema),
    /** How many go on; a stage has room for twelve. */
    promoted: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const list = await latestPromotion(db, contest.id);
    const promoted = list?.rows.filter(({ kind }) => kind === "promoted") ?? [];
    const shown = promoted.slice(0, MOST);
    const subjects = shown.map(({ subject }) => subject);
    const head = { contest: { slug, title: contest.title, branchId: contest.branchId }, promoted: promoted.length };
    if (!contest.rules.team) {
      const known =
        subjects.length === 0
          ? []
          : await db.select({ id: people.id, staffNo: people.staffNo }).from(people).where(inArray(people.id, subjects));
      const numbers = new Map(known.map(({ id, staffNo }) => [id, staffNo]));
      return {
        ...head,
        sides: shown.map(({ name, subject }) => ({
          name,
          fromTeamId: null,
          staffNos: [numbers.get(subject) ?? ""].filter(Boolean),
          others: [],
        })),
      };
    }
    const members = await membersOf(db, subjects);
    const sideOf = ({ name, subject }: (typeof shown)[number]) => {
      const own = members.filter(({ teamId }) => teamId === subject);
      const staffNos = own.filter(plays).map(({ staffNo }) => staffNo);
      const others = own.filter((member) => !plays(member)).map(({ staffNo }) => staffNo);
      return { name: name.slice(0, 30), fromTeamId: subject, staffNos: staffNos.slice(0, BUZZERS), others: others.slice(0, BUZZERS) };
    };
    return { ...head, sides: shown.map(sideOf) };
  },
});
