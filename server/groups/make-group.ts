import { randomBytes } from "node:crypto";
import { z } from "zod";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { groupFields, optionalDay, staffNosSchema } from "./group-fields.ts";
import { peopleOf, personOf } from "./people-of.ts";

/** Makes a study group, registered with a branch, with its leader and its members from whatever branches. */
export const makeGroup = command({
  at: "POST /api/groups",
  input: z.strictObject({
    ...groupFields,
    branchId: idSchema,
    leaderNo: lineSchema(60),
    termEndsOn: optionalDay,
    memberNos: staffNosSchema,
  }),
  output: z.object({ slug: z.string(), members: z.number() }),
  refusals: ["branch-closed", "no-such-person", "person-disabled"],
  door: "desk",
  load: (tx, { branchId }) => holdBranch(tx, branchId),
  may: can.makeGroup,
  async run(tx, branch, { leaderNo, memberNos, termEndsOn, intro = "", name, isPrivate }, context) {
    refuseClosed(branch, "branchId");
    const { viewer, now } = context;
    const leader = await personOf(tx, leaderNo, "leaderNo");
    const others = (await peopleOf(tx, memberNos, "memberNos")).filter(({ id }) => id !== leader.id);
    const slug = `g${now.toISOString().slice(2, 10).replaceAll("-", "")}-${randomBytes(3).toString("hex")}`;
    const [made] = await tx
      .insert(groups)
      .values({ slug, name, intro, isPrivate, branchId: branch.id, createdBy: viewer.personId, createdAt: now })
      .returning({ id: groups.id });
    if (!made) throw new Error("no group was made");
    await tx
      .insert(groupMembers)
      .values([
        { groupId: made.id, personId: leader.id, role: "leader", termEndsOn: termEndsOn ?? null, joinedAt: now },
        ...others.map(({ id }) => ({ groupId: made.id, personId: id, role: "member" as const, joinedAt: now })),
      ]);
    const personIds = [leader.id, ...others.map(({ id }) => id)].filter((id) => id !== viewer.personId);
    await giveNotice(tx, { personIds, kind: "group-joined", params: { group: name }, path: `/groups/${slug}`, now });
    const after = { slug, name, isPrivate, leader: leader.name, members: 1 + others.length };
    await writeAudit(tx, { context, action: "group.make", object: "group", objectId: made.id, branchId: branch.id, after });
    return { slug, members: 1 + others.length };
  },
});
