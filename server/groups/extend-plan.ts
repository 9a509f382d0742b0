import { eq, max } from "drizzle-orm";
import { z } from "zod";
import { groupPlans, planSections } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { daysOf } from "#domain/groups/days-of.ts";
import { daySchema } from "#domain/groups/recurrence.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findKind } from "./draft-plan.ts";
import { groupSlug } from "./group-fields.ts";
import { lockPlan, refuseStalePlan } from "./lock-plan.ts";
import { membersOf } from "./members-of.ts";
import { sectionsSchema, typedSection } from "./plan-fields.ts";
import { planMeetings } from "./plan-meetings.ts";
import { reflowSections } from "./reflow-sections.ts";
import { replanRota } from "./replan-rota.ts";
import { tellLeadReaders } from "./tell-lead-readers.ts";

/** Lets a plan run on to a later day, by its own rule, with more sections if there are any; what stands stays. */
export const extendPlan = command({
  at: "POST /api/groups/:slug/plans/:id/extend",
  input: z.strictObject({ slug: groupSlug, id: idSchema, revision: idSchema, endsOn: daySchema, sections: sectionsSchema }),
  output: z.object({ revision: z.number(), added: z.number(), unplaced: z.number() }),
  refusals: [
    ...["group-closed", "plan-closed", "plan-changed", "not-later", "plan-too-long", "plan-too-many-days", "plan-without-days"],
    "plan-in-the-past",
  ],
  door: "play",
  load: (tx, input, { viewer }) => lockPlan(tx, input, viewer),
  may: can.leadGroup,
  async run(tx, found, { revision, endsOn, sections }, { viewer, now }) {
    refuseStalePlan(found, revision);
    const { plan } = found;
    if (endsOn < plan.endsOn || (endsOn === plan.endsOn && sections.length === 0)) throw fieldRefusal("endsOn", "not-later");
    const kind = await findKind(tx, plan.kind);
    const days = daysOf(plan.rule, plan.startsOn, endsOn).filter(({ day }) => day > plan.endsOn);
    if (days.some(({ startsAt }) => startsAt <= now)) throw fieldRefusal("endsOn", "plan-in-the-past");
    const [counted] = await tx
      .select({ number: max(meetings.number) })
      .from(meetings)
      .where(eq(meetings.planId, plan.id));
    const [placed] = await tx
      .select({ place: max(planSections.place) })
      .from(planSections)
      .where(eq(planSections.planId, plan.id));
    const next = (placed?.place ?? -1) + 1;
    const rows = sections.map((line, at) => ({ planId: plan.id, place: next + at, ...typedSection(line) }));
    if (rows.length > 0) await tx.insert(planSections).values(rows);
    await tx
      .update(groupPlans)
      .set({ endsOn, revision: revision + 1 })
      .where(eq(groupPlans.id, plan.id));
    const first = (counted?.number ?? 0) + 1;
    const planned = days.map(({ startsAt, endsAt }, at) => ({ number: first + at, startsAt, endsAt, section: null, leaderId: null }));
    const members = await membersOf(tx, found.id);
    if (kind) await planMeetings(tx, { group: found, plan, kind, members, by: viewer.personId, now }, planned);
    const unplaced = await reflowSections(tx, plan, now);
    const { changed } = await replanRota(tx, found, { now });
    await tellLeadReaders(tx, changed, { slug: found.slug, name: found.name, by: viewer.personId, now });
    return { revision: revision + 1, added: planned.length, unplaced };
  },
});
