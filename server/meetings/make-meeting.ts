import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { groupMembers } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { lockGroup } from "#server/groups/group-facts.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { meetingFields, refuseWindow } from "./meeting-fields.ts";
import { findKind, writeMeeting } from "./write-meeting.ts";

/** The leader is in the chair; a deputy, or the member who joined next, records. */
async function dutiesOf(tx: Tx, groupId: number | null) {
  if (groupId === null) return { chairId: null, recorderId: null, leadReaderId: null };
  const { personId, role } = groupMembers;
  const members = await tx
    .select({ personId, role })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), isNull(groupMembers.leftAt)))
    .orderBy(sql`case ${role} when 'leader' then 0 when 'deputy' then 1 else 2 end`, groupMembers.joinedAt, groupMembers.id);
  const chair = members.find((member) => member.role === "leader");
  return { chairId: chair?.personId ?? null, recorderId: members.find((member) => member !== chair)?.personId ?? null, leadReaderId: null };
}

/** Makes a meeting of a group, or of a branch. Nobody is told before it is announced. */
export const makeMeeting = command({
  at: "POST /api/meetings",
  input: z.strictObject({ ...meetingFields, kind: z.string().max(40), group: blankable(lineSchema(80)), branchId: blankable(idSchema) }),
  output: z.object({ id: z.number() }),
  refusals: ["no-such-kind", "ends-before-start", "meeting-too-long", "group-or-branch", "group-closed", "branch-closed"],
  door: "desk",
  async load(tx, input, { viewer }) {
    if ((input.group === undefined) === (input.branchId === undefined)) return { group: null, branch: null };
    if (input.group === undefined) {
      const branch = await holdBranch(tx, input.branchId ?? 0);
      return branch && { group: null, branch };
    }
    const group = await lockGroup(tx, input.group, viewer);
    if (!group) return undefined;
    const branch = await holdBranch(tx, group.branchId);
    return branch && { group, branch };
  },
  may(viewer, { group, branch }) {
    if (!branch) return true; // said at the field, whoever asks
    return group ? can.leadGroup(viewer, group) : can.makeMeeting(viewer, branch);
  },
  async run(tx, { group, branch }, input, context) {
    const { viewer, now } = context;
    if (!branch) throw fieldRefusal("group", "group-or-branch");
    if (group?.closedAt) throw fieldRefusal("group", "group-closed");
    if (!group) refuseClosed(branch, "branchId");
    refuseWindow(input);
    const kind = await findKind(tx, input.kind);
    if (!kind) throw fieldRefusal("kind", "no-such-kind");
    const { kind: _kind, group: _group, branchId: _branch, ...fields } = input;
    const id = await writeMeeting(tx, {
      kind,
      group,
      branch,
      fields,
      duties: await dutiesOf(tx, group?.id ?? null),
      by: viewer.personId,
      now,
    });
    const after = { kind: kind.key, title: input.title, startsAt: input.startsAt };
    await writeAudit(tx, { context, action: "meeting.make", object: "meeting", objectId: id, branchId: branch.id, after });
    return { id };
  },
});
