import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { groupPlans, groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";

/** Closes a group: its meetings to come are cancelled, what it held and wrote stays. Its members are told. */
export const closeGroup = command({
  at: "POST /api/groups/:slug/close",
  input: z.strictObject({ slug: groupSlug, reason: reasonSchema }),
  output: z.object({ cancelled: z.number() }),
  refusals: ["already-closed-group"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: (viewer, group) => can.makeGroup(viewer, group),
  async run(tx, group, { slug, reason = "" }, context) {
    const { viewer, now } = context;
    if (group.closedAt) throw new Refusal("already-closed-group");
    const members = await membersOf(tx, group.id);
    const coming = and(eq(meetings.groupId, group.id), gt(meetings.startsAt, now), isNull(meetings.cancelledAt), isNull(meetings.openedAt));
    const { rowCount } = await tx.update(meetings).set({ cancelledAt: now, cancelReason: reason }).where(coming);
    await tx
      .update(groupPlans)
      .set({ closedAt: now })
      .where(and(eq(groupPlans.groupId, group.id), isNull(groupPlans.closedAt)));
    await tx
      .update(groups)
      .set({ closedAt: now, revision: group.revision + 1 })
      .where(eq(groups.id, group.id));
    const personIds = members.map(({ id }) => id).filter((id) => id !== viewer.personId);
    await giveNotice(tx, { personIds, kind: "group-closed", params: { group: group.name }, path: "/groups", now });
    const entry = { action: "group.close", object: "group", objectId: group.id, branchId: group.branchId };
    await writeAudit(tx, { context, ...entry, reason, after: { slug, cancelledMeetings: rowCount ?? 0 } });
    return { cancelled: rowCount ?? 0 };
  },
});
