import type { Tx } from "#db/client.ts";
import { groupPlans, planSections } from "#db/schema/groups.ts";
import type { Member } from "#domain/people/viewer.ts";
import { draftPlan } from "./draft-plan.ts";
import { membersOf } from "./members-of.ts";
import type { PlanWishes } from "./plan-fields.ts";
import { planMeetings } from "./plan-meetings.ts";

type Group = Readonly<{ id: number; slug: string; branchId: number }>;

/** Writes a plan, its sections and its meetings. */
export async function insertPlan(tx: Tx, group: Group, wishes: PlanWishes, { viewer, now }: { viewer: Member; now: Date }) {
  const drafted = await draftPlan(tx, group, wishes, viewer, now);
  const { title, startsOn, endsOn, kind, place = "", link = "" } = wishes;
  const { personId: createdBy } = viewer;
  const [plan] = await tx
    .insert(groupPlans)
    .values({ groupId: group.id, title, startsOn, endsOn, rule: drafted.rule, kind, place, link, createdBy, createdAt: now })
    .returning({ id: groupPlans.id });
  if (!plan) throw new Error("no plan was made");
  const rows = drafted.sections.map((section, at) => ({ planId: plan.id, place: at, ...section }));
  const sections = rows.length === 0 ? [] : await tx.insert(planSections).values(rows).returning();
  sections.sort((one, other) => one.place - other.place);
  const members = await membersOf(tx, group.id);
  const making = { group, plan: { id: plan.id, title, place, link }, kind: drafted.kind, members, by: createdBy, now };
  const planned = drafted.meetings.map(({ startsAt, endsAt, section, leaderId }, at) => ({
    ...{ number: at + 1, startsAt, endsAt, leaderId },
    section: section === null ? null : (sections[section] ?? null),
  }));
  await planMeetings(tx, making, planned);
  return { id: plan.id, meetings: planned.length, imbalance: drafted.imbalance, members };
}
