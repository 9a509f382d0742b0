import { eq } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { indexMeetingsOfGroup } from "#server/search/index-meetings.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupFields, groupSlug, refuseChanged, refuseClosedGroup } from "./group-fields.ts";

/** Changes name, introduction and privacy of a group. Two who edit at once: the second is told. */
export const editGroup = command({
  at: "POST /api/groups/:slug/edit",
  input: z.strictObject({ slug: groupSlug, revision: idSchema, ...groupFields }),
  output: z.object({ revision: z.number() }),
  refusals: ["group-closed", "group-changed"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { name, intro = "", isPrivate, revision }, context) {
    refuseClosedGroup(group);
    refuseChanged(group, revision);
    await tx
      .update(groups)
      .set({ name, intro, isPrivate, revision: revision + 1 })
      .where(eq(groups.id, group.id));
    await indexMeetingsOfGroup(tx, group.id);
    const before = { name: group.name, isPrivate: group.isPrivate };
    const entry = { action: "group.edit", object: "group", objectId: group.id, branchId: group.branchId, before };
    await writeAudit(tx, { context, ...entry, after: { name, isPrivate } });
    return { revision: revision + 1 };
  },
});
