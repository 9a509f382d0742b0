import { z } from "zod";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { insertPlan } from "./insert-plan.ts";
import { planFields } from "./plan-fields.ts";
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
    const { members, ...made } = await insertPlan(tx, group, wishes, { viewer, now });
    const { title, startsOn, endsOn } = wishes;
    const personIds = members.map(({ id }) => id).filter((id) => id !== viewer.personId);
    const params = { group: group.name, title, count: made.meetings };
    await giveNotice(tx, { personIds, kind: "plan-made", params, path: `/groups/${slug}`, now });
    const entry = { action: "group.plan", object: "group", objectId: group.id, branchId: group.branchId };
    await writeAudit(tx, { context, ...entry, after: { title, startsOn, endsOn, meetings: made.meetings } });
    return made;
  },
});
