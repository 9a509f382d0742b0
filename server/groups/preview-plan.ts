import { z } from "zod";
import { can } from "#domain/access.ts";
import { command } from "#server/verb.ts";
import { draftPlan } from "./draft-plan.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { planFields } from "./plan-fields.ts";

export const PLAN_REFUSALS = [
  ...["ends-before-it-starts", "meeting-too-short", "plan-too-long", "plan-without-days", "plan-too-many-days", "plan-in-the-past"],
  ...["day-outside-plan", "unknown-zone", "more-sections-than-days", "no-such-material", "group-closed"],
];

/** A plan as it would become: every day with what is read and who leads. Saves nothing; a POST, for sections are too long for an address. */
export const previewPlan = command({
  at: "POST /api/groups/:slug/plans/preview",
  input: z.strictObject({ slug: groupSlug, ...planFields }),
  output: z.object({
    meetings: z.array(
      z.object({
        day: z.string(),
        startsAt: z.date(),
        endsAt: z.date(),
        section: z.string().nullable(),
        pages: z.string(),
        leader: z.string().nullable(),
        note: z.enum(["repeat", "absent"]).nullable(),
      }),
    ),
    /** The most that anybody leads, less the fewest. */
    imbalance: z.number(),
    members: z.number(),
  }),
  refusals: PLAN_REFUSALS,
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug: _slug, ...wishes }, { viewer, now }) {
    refuseClosedGroup(group);
    const { meetings, sections, members, imbalance } = await draftPlan(tx, group, wishes, viewer, now);
    const nameOf = new Map(members.map(({ id, name }) => [id, name]));
    return {
      meetings: meetings.map(({ day, startsAt, endsAt, section, leaderId, note }) => {
        const read = section === null ? undefined : sections[section];
        const leader = leaderId === null ? null : (nameOf.get(leaderId) ?? null);
        return { day, startsAt, endsAt, section: read?.title ?? null, pages: read?.pages ?? "", leader, note };
      }),
      imbalance,
      members: members.length,
    };
  },
});
