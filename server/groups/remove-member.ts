import { z } from "zod";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { partWith } from "./part-with.ts";

/** Takes somebody out of a group; that they belonged to it, and when, stays. */
export const removeMember = command({
  at: "POST /api/groups/:slug/members/:personId/remove",
  input: z.strictObject({ slug: groupSlug, personId: idSchema, reason: reasonSchema }),
  output: z.object({ removed: z.number() }),
  refusals: ["group-closed", "not-a-member", "leader-stays"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { personId, reason }, context) {
    refuseClosedGroup(group);
    const { name } = await partWith(tx, group, personId, context.now);
    const personIds = personId === context.viewer.personId ? [] : [personId];
    await giveNotice(tx, { personIds, kind: "group-left", params: { group: group.name }, path: "/groups", now: context.now });
    const entry = { action: "group.remove", object: "group", objectId: group.id, branchId: group.branchId };
    await writeAudit(tx, { context, ...entry, reason, before: { member: name } });
    return { removed: personId };
  },
});
