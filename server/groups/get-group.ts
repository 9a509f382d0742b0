import { and, desc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { timesLedIn } from "./rota-question.ts";

const roleSchema = z.enum(["leader", "deputy", "member"]);
const member = z.object({
  id: z.number(),
  name: z.string(),
  branch: z.string(),
  role: roleSchema,
  termEndsOn: z.string().nullable(),
  /** The term is over and nobody was chosen since. */
  termIsOver: z.boolean(),
  timesLed: z.number(),
});
const former = z.object({ name: z.string(), role: roleSchema, joinedAt: z.date(), leftAt: z.date() });

async function formerOf(db: Db, groupId: number) {
  const { role, joinedAt, leftAt } = groupMembers;
  const rows = await db
    .select({ name: people.name, role, joinedAt, leftAt })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(and(eq(groupMembers.groupId, groupId), isNotNull(leftAt)))
    .orderBy(desc(leftAt))
    .limit(100);
  return rows.flatMap((row) => (row.leftAt ? [{ ...row, leftAt: row.leftAt }] : []));
}

/** A group: what anybody who may know of it is told, and for those inside its members. Who belonged to it before is its leaders' to see. */
export const getGroup = query({
  at: "GET /api/groups/:slug",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({
    ...{ slug: z.string(), name: z.string(), intro: z.string(), branch: z.string(), isPrivate: z.boolean(), revision: z.number() },
    closedAt: z.date().nullable(),
    role: roleSchema.nullable(),
    leader: z.string().nullable(),
    memberCount: z.number(),
    members: z.array(member),
    former: z.array(former),
    may: z.object({ join: z.boolean(), lead: z.boolean(), close: z.boolean(), inside: z.boolean() }),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
    if (!group || !can.seeGroup(viewer, group)) throw new Refusal("not-found");
    const [join, lead] = [can.joinIn(viewer, group), can.leadGroup(viewer, group) && group.closedAt === null];
    const inside = join || can.leadGroup(viewer, group);
    const [words] = await db
      .select({ intro: groups.intro, branch: branches.name })
      .from(groups)
      .innerJoin(branches, eq(branches.id, groups.branchId))
      .where(eq(groups.id, group.id));
    const members = await membersOf(db, group.id);
    const led = await timesLedIn(db, group.id, now);
    const today = now.toISOString().slice(0, 10);
    const shown = members.map((one) => ({
      ...one,
      ...{ termIsOver: one.termEndsOn !== null && one.termEndsOn < today, timesLed: led.get(one.id) ?? 0 },
    }));
    return {
      ...group,
      ...{ intro: words?.intro ?? "", branch: words?.branch ?? "" },
      leader: members.find(({ role }) => role === "leader")?.name ?? null,
      memberCount: members.length,
      members: inside ? shown : [],
      former: can.leadGroup(viewer, group) ? await formerOf(db, group.id) : [],
      may: { join, lead, close: can.makeGroup(viewer, group) && group.closedAt === null, inside },
    };
  },
});
