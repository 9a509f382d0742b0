import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { groupPlans } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { command } from "#server/verb.ts";
import { freeMeeting } from "./free-meeting.ts";
import { groupSlug } from "./group-fields.ts";
import { lockPlan, refuseStalePlan } from "./lock-plan.ts";
import { reflowSections } from "./reflow-sections.ts";
import { replanRota } from "./replan-rota.ts";
import { tellLeadReaders } from "./tell-lead-readers.ts";

/** Leaves one day of a plan out. Its section is read next time, and the rota closes up; what was announced stays as it is. */
export const skipDay = command({
  at: "POST /api/groups/:slug/plans/:id/skip",
  input: z.strictObject({ slug: groupSlug, id: idSchema, meetingId: idSchema, revision: idSchema, reason: reasonSchema }),
  output: z.object({ revision: z.number(), unplaced: z.number() }),
  refusals: ["group-closed", "plan-closed", "plan-changed", "meeting-announced", "meeting-begun", "meeting-cancelled"],
  door: "play",
  load: (tx, input, { viewer }) => lockPlan(tx, input, viewer),
  may: can.leadGroup,
  async run(tx, found, { meetingId, revision, reason = "" }, { viewer, now }) {
    refuseStalePlan(found, revision);
    const { plan } = found;
    const meeting = await freeMeeting(tx, plan.id, meetingId, now);
    await tx
      .update(meetings)
      .set({ cancelledAt: now, cancelReason: reason, revision: sql`${meetings.revision} + 1` })
      .where(eq(meetings.id, meetingId));
    await noteMeetingChange(tx, meetingId, "meeting", now);
    const { day } = wallAt(meeting.startsAt, plan.rule.zone);
    const rule = { ...plan.rule, except: [...new Set([...plan.rule.except, day])], also: plan.rule.also.filter((one) => one !== day) };
    await tx
      .update(groupPlans)
      .set({ rule, revision: revision + 1 })
      .where(eq(groupPlans.id, plan.id));
    const unplaced = await reflowSections(tx, plan, now);
    const { changed } = await replanRota(tx, found, { now });
    await tellLeadReaders(tx, changed, { slug: found.slug, name: found.name, by: viewer.personId, now });
    return { revision: revision + 1, unplaced };
  },
});
