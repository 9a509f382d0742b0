import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { groupMembers } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, optionalDay, refuseClosedGroup } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";

type Role = "leader" | "deputy" | "member";

async function setRole(tx: Tx, groupId: number, personId: number, role: Role, termEndsOn: string | null): Promise<void> {
  await tx
    .update(groupMembers)
    .set({ role, termEndsOn })
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId), isNull(groupMembers.leftAt)));
}

/** Makes a member leader, deputy or neither, until a day or without one. A group has one leader: the former one becomes a member. */
export const setMemberRole = command({
  at: "POST /api/groups/:slug/members/:personId/role",
  input: z.strictObject({
    slug: groupSlug,
    personId: idSchema,
    role: z.enum(["leader", "deputy", "member"]),
    termEndsOn: optionalDay,
  }),
  output: z.object({ role: z.string() }),
  refusals: ["group-closed", "not-a-member", "leader-stays", "term-is-past"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug, personId, role, termEndsOn }, context) {
    refuseClosedGroup(group);
    const { viewer, now } = context;
    if (termEndsOn && termEndsOn < now.toISOString().slice(0, 10)) throw fieldRefusal("termEndsOn", "term-is-past");
    const members = await membersOf(tx, group.id);
    const found = members.find(({ id }) => id === personId);
    if (!found) throw new Refusal("not-a-member");
    if (found.role === "leader" && role !== "leader") throw new Refusal("leader-stays");
    const leader = members.find((member) => member.role === "leader");
    if (role === "leader" && leader && leader.id !== personId) await setRole(tx, group.id, leader.id, "member", null);
    await setRole(tx, group.id, personId, role, role === "member" ? null : (termEndsOn ?? null));
    const personIds = personId === viewer.personId || role === found.role ? [] : [personId];
    await giveNotice(tx, { personIds, kind: `group-${role}`, params: { group: group.name }, path: `/groups/${slug}`, now });
    const entry = { action: "group.role", object: "group", objectId: group.id, branchId: group.branchId };
    await writeAudit(tx, { context, ...entry, before: { member: found.name, role: found.role }, after: { role, termEndsOn } });
    return { role };
  },
});
