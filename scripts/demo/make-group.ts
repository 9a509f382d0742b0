import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { branches, people } from "#db/schema/people.ts";
import { daysOf } from "#domain/groups/days-of.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import type { Member } from "#domain/people/viewer.ts";
import { insertPlan } from "#server/groups/insert-plan.ts";
import { planSchema, ruleOf } from "#server/groups/plan-fields.ts";

const MEMBERS = ["leader", "member01", "member02", "reviewer", "branchadmin"];
const DAY_MS = 86_400_000;
const ZONE = "Asia/Shanghai";

/** What the group reads in its term: six texts of the house. */
const TEXTS = [
  "reading-session-cycle",
  "growing-members",
  "five-mindsets-for-party-staff",
  "party-work-and-business",
  "first-item-and-first-requirement",
  "whole-staff-study-system",
];

/** Two Thursday afternoons a month, from a week ahead, until the six texts are read. */
function termFrom(now: Date) {
  const dayIn = (days: number) => wallAt(new Date(now.getTime() + days * DAY_MS), ZONE).day;
  const wishes = planSchema.parse({
    ...{ title: "本期共读：六篇短文", startsOn: dayIn(7), endsOn: dayIn(180), every: "month", nth: [1, 3], weekdays: [4] },
    ...{ startClock: "14:30", endClock: "16:00", place: "二楼会议室（演示）", materials: TEXTS },
  });
  const days = daysOf(ruleOf(wishes), wishes.startsOn, wishes.endsOn);
  return { ...wishes, endsOn: days[TEXTS.length - 1]?.day ?? wishes.endsOn };
}

/** A reading group of five from different branches with a plan and a rota for six sessions, as a living example. */
export async function makeDemoGroup(tx: Tx, now: Date): Promise<void> {
  const { id, name, branchId, tags } = people;
  const [leader] = await tx
    .select({ id, name, branchId, tags, branchPath: branches.path })
    .from(people)
    .innerJoin(branches, eq(branches.id, branchId))
    .where(eq(people.account, "leader"));
  if (!leader) throw new Error("the demo has no leader");
  const [group] = await tx
    .insert(groups)
    .values({ slug: "qingnian-dushu", name: "青年读书小组（演示）", branchId: leader.branchId, createdBy: leader.id, createdAt: now })
    .returning({ id: groups.id, slug: groups.slug, branchId: groups.branchId });
  if (!group) throw new Error("the demo's group was not made");
  const members = await tx.select({ id }).from(people).where(inArray(people.account, MEMBERS));
  await tx.insert(groupMembers).values(
    members.map((member) => ({
      ...{ groupId: group.id, personId: member.id, joinedAt: now },
      role: member.id === leader.id ? ("leader" as const) : ("member" as const),
    })),
  );
  const { id: personId, ...known } = leader;
  const viewer: Member = { kind: "member", personId, sessionId: "", offices: [], ...known };
  await insertPlan(tx, group, termFrom(now), { viewer, now });
}
