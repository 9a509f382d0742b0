import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { groupPlans } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { clockSchema, daySchema } from "#domain/groups/recurrence.ts";
import { instantOf, wallAt } from "#domain/groups/wall-clock.ts";
import { idSchema } from "#server/input-schemas.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { freeMeeting } from "./free-meeting.ts";
import { groupSlug } from "./group-fields.ts";
import { lockPlan, refuseStalePlan } from "./lock-plan.ts";
import { minutesOf } from "./plan-fields.ts";
import { reflowSections } from "./reflow-sections.ts";

/** Moves one meeting of a plan to another day or time. Sections stay in order over what is not announced. */
export const moveDay = command({
  at: "POST /api/groups/:slug/plans/:id/move",
  input: z.strictObject({
    ...{ slug: groupSlug, id: idSchema, meetingId: idSchema, revision: idSchema },
    ...{ day: daySchema, startClock: clockSchema, endClock: clockSchema },
  }),
  output: z.object({ revision: z.number(), startsAt: z.date() }),
  refusals: [
    ...["group-closed", "plan-closed", "plan-changed", "meeting-announced", "meeting-begun", "meeting-cancelled"],
    ...["ends-before-it-starts", "meeting-too-short", "day-outside-plan", "day-taken", "window-is-over"],
  ],
  door: "play",
  load: (tx, input, { viewer }) => lockPlan(tx, input, viewer),
  may: can.leadGroup,
  async run(tx, found, { meetingId, day, startClock, endClock, revision }, { now }) {
    refuseStalePlan(found, revision);
    const { plan } = found;
    const meeting = await freeMeeting(tx, plan.id, meetingId, now);
    const minutes = minutesOf(startClock, endClock);
    if (day < plan.startsOn || day > plan.endsOn) throw fieldRefusal("day", "day-outside-plan");
    const startsAt = instantOf(day, startClock, plan.rule.zone);
    if (startsAt <= now) throw fieldRefusal("day", "window-is-over");
    const others = and(eq(meetings.planId, plan.id), ne(meetings.id, meetingId), isNull(meetings.cancelledAt));
    const taken = await tx.select({ startsAt: meetings.startsAt }).from(meetings).where(others);
    if (taken.some((one) => wallAt(one.startsAt, plan.rule.zone).day === day)) throw fieldRefusal("day", "day-taken");
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    await tx
      .update(meetings)
      .set({ startsAt, endsAt, revision: sql`${meetings.revision} + 1` })
      .where(eq(meetings.id, meetingId));
    await noteMeetingChange(tx, meetingId, "meeting", now);
    const from = wallAt(meeting.startsAt, plan.rule.zone).day;
    const without = (days: readonly string[], one: string) => days.filter((other) => other !== one);
    const rule =
      from === day
        ? plan.rule
        : { ...plan.rule, except: [...without(plan.rule.except, day), from], also: [...without(plan.rule.also, from), day] };
    await tx
      .update(groupPlans)
      .set({ rule, revision: revision + 1 })
      .where(eq(groupPlans.id, plan.id));
    await reflowSections(tx, plan, now);
    return { revision: revision + 1, startsAt };
  },
});
