import { asc, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { groupPlans, planSections } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import { query } from "#server/verb.ts";
import { findInside } from "./find-inside.ts";
import { groupSlug } from "./group-fields.ts";

const MOST_PLANS = 20;
const meeting = z.object({
  ...{
    id: z.number(),
    title: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
    day: z.string(),
    startClock: z.string(),
    endClock: z.string(),
  },
  ...{ section: z.string().nullable(), pages: z.string(), leader: z.string().nullable(), cancelReason: z.string() },
  state: z.enum(["planned", "announced", "held", "cancelled"]),
});

/** The plans of a group, the latest first, each with its days: what is read, who leads, what was moved or left out. */
export const listPlans = query({
  at: "GET /api/groups/:slug/plans",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({
    plans: z.array(
      z.object({
        ...{ id: z.number(), title: z.string(), startsOn: z.string(), endsOn: z.string(), kind: z.string(), zone: z.string() },
        ...{ revision: z.number(), closedAt: z.date().nullable(), meetings: z.array(meeting) },
        /** Sections that no meeting reads yet. */
        unplaced: z.array(z.string()),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const group = await findInside(db, slug, viewer);
    const plans = await db
      .select()
      .from(groupPlans)
      .where(eq(groupPlans.groupId, group.id))
      .orderBy(desc(groupPlans.startsOn), desc(groupPlans.id))
      .limit(MOST_PLANS);
    const ids = plans.map(({ id }) => id);
    const sections =
      ids.length === 0
        ? []
        : await db.select().from(planSections).where(inArray(planSections.planId, ids)).orderBy(asc(planSections.place));
    const { id, planId, sectionId, title, startsAt, endsAt, announcedAt, openedAt, cancelledAt, cancelReason } = meetings;
    const held = await db
      .select({ id, planId, sectionId, title, startsAt, endsAt, announcedAt, openedAt, cancelledAt, cancelReason, leader: people.name })
      .from(meetings)
      .leftJoin(people, eq(people.id, meetings.leadReaderId))
      .where(inArray(planId, ids.length === 0 ? [0] : ids))
      .orderBy(asc(startsAt), asc(id));
    const stateOf = (one: (typeof held)[number]) => {
      if (one.cancelledAt) return "cancelled" as const;
      if (one.openedAt || one.startsAt <= now) return "held" as const;
      return one.announcedAt ? ("announced" as const) : ("planned" as const);
    };
    return {
      plans: plans.map(({ rule: { zone }, ...plan }) => {
        const own = held.filter((one) => one.planId === plan.id);
        const placed = new Set(own.filter((one) => !one.cancelledAt).map((one) => one.sectionId));
        const read = new Map(sections.map((section) => [section.id, section]));
        return {
          ...{ ...plan, zone },
          unplaced: sections.filter((one) => one.planId === plan.id && !one.retiredAt && !placed.has(one.id)).map((one) => one.title),
          meetings: own.map((one) => {
            const from = wallAt(one.startsAt, zone);
            const section = one.sectionId === null ? undefined : read.get(one.sectionId);
            return {
              ...{ ...one, day: from.day, startClock: from.clock, endClock: wallAt(one.endsAt, zone).clock, state: stateOf(one) },
              ...{ section: section?.title ?? null, pages: section?.pages ?? "" },
            };
          }),
        };
      }),
    };
  },
});
