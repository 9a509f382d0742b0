import { z } from "zod";
import { groupMembers } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup, staffNosSchema } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { peopleNear, peopleOf } from "./people-of.ts";
import { enlist } from "./sync-roster.ts";

const MOST_MEMBERS = 200;

/** Takes people into a group by their staff numbers, or somebody of its branch who was looked up; who belongs to it already is left as they are. They come to its meetings from now on. */
export const addMembers = command({
  at: "POST /api/groups/:slug/members",
  input: z.strictObject({ slug: groupSlug, staffNos: staffNosSchema, personId: blankable(idSchema) }),
  output: z.object({ added: z.number() }),
  refusals: ["group-closed", "no-such-person", "person-disabled", "nobody-named", "too-many-members"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug, staffNos, personId }, context) {
    refuseClosedGroup(group);
    const { viewer, now } = context;
    const picked = personId === undefined ? [] : await peopleNear(tx, [personId], group.path, "staffNos");
    const all = [...picked, ...(await peopleOf(tx, staffNos, "staffNos"))];
    const named = all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
    if (named.length === 0) throw fieldRefusal("staffNos", "nobody-named");
    const members = await membersOf(tx, group.id);
    const fresh = named.filter(({ id }) => members.every((member) => member.id !== id));
    if (fresh.length === 0) return { added: 0 };
    if (members.length + fresh.length > MOST_MEMBERS) throw fieldRefusal("staffNos", "too-many-members", { most: MOST_MEMBERS });
    const personIds = fresh.map(({ id }) => id);
    await tx.insert(groupMembers).values(personIds.map((personId) => ({ groupId: group.id, personId, joinedAt: now })));
    await enlist(tx, group.id, personIds, now);
    const told = personIds.filter((id) => id !== viewer.personId);
    await giveNotice(tx, { personIds: told, kind: "group-joined", params: { group: group.name }, path: `/groups/${slug}`, now });
    const entry = { action: "group.add", object: "group", objectId: group.id, branchId: group.branchId };
    await writeAudit(tx, { context, ...entry, after: { members: fresh.map(({ name }) => name) } });
    return { added: fresh.length };
  },
});
