import { z } from "zod";
import { groupPlans, planSections } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { draftPlan } from "./draft-plan.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { planFields } from "./plan-fields.ts";
import { planMeetings } from "./plan-meetings.ts";
import { PLAN_REFUSALS } from "./preview-plan.ts";

/** Saves a plan and makes its meetings, each with its section and lead reader. Its members are told once. */
export const makePlan = command({
  at: "POST /api/groups/:slug/plans",
  input: z.strictObject({ slug: groupSlug, ...planFields }),
  output: z.object({ id: z.number(), meetings: z.number(), imbalance: z.number() }),
  refusals: PLAN_REFUSALS,
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug, ...wishes }, context) {
    refuseClosedGroup(group);
    const { viewer, now } = context;
    const drafted = await draftPlan(tx, group, wishes, viewer, now);
    const { title, startsOn, endsOn, kind, place = "", link = "" } = wishes;
    const [plan] = await tx
      .insert(groupPlans)
      .values({
        groupId: group.id,
        title,
        startsOn,
        endsOn,
        rule: drafted.rule,
        kind,
        place,
        link,
        createdBy: viewer.personId,
        createdAt: now,
      })
      .returning({ id: groupPlans.id });
    if (!plan) throw new Error("no plan was made");
    const rows = drafted.sections.map((section, at) => ({ planId: plan.id, place: at, ...section }));
    const sections = rows.length === 0 ? [] : await tx.insert(planSections).values(rows).returning();
    sections.sort((one, other) => one.place - other.place);
    const members = await membersOf(tx, group.id);
    const making = { group, plan: { id: plan.id, title, place, link }, kind: drafted.kind, members, by: viewer.personId, now };
    const planned = drafted.meetings.map(({ startsAt, endsAt, section, leaderId }, at) => ({
      ...{ number: at + 1, startsAt, endsAt, leaderId },
      section: section === null ? null : (sections[section] ?? null),
    }));
    await planMeetings(tx, making, planned);
    const personIds = members.map(({ id }) => id).filter((id) => id !== viewer.personId);
    const params = { group: group.name, title, count: planned.length };
    await giveNotice(tx, { personIds, kind: "plan-made", params, path: `/groups/${slug}`, now });
    const entry = { action: "group.plan", object: "group", objectId: group.id, branchId: group.branchId };
    await writeAudit(tx, { context, ...entry, after: { title, startsOn, endsOn, meetings: planned.length } });
    return { id: plan.id, meetings: planned.length, imbalance: drafted.imbalance };
  },
});
