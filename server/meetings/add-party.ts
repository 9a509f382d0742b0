import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingParties } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { groupFacts } from "#server/groups/group-facts.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";
import { type Party, peopleOfParty, putOnRoster } from "./roster-of.ts";
import { tellRoster } from "./tell-roster.ts";

async function findBranchParty(tx: Tx, branchId: number): Promise<(Party & { row: { branchId: number } }) | null> {
  const [branch] = await tx.select({ path: branches.path, closedAt: branches.closedAt }).from(branches).where(eq(branches.id, branchId));
  return branch && !branch.closedAt ? { branchPath: branch.path, row: { branchId } } : null;
}

/** A group or a branch meets with the one it is registered with: its people come onto the list (R05). */
export const addParty = command({
  at: "POST /api/meetings/:id/parties",
  input: z.strictObject({ id: idSchema, group: blankable(lineSchema(80)), branchId: blankable(idSchema) }),
  output: z.object({ added: z.number() }),
  refusals: ["group-or-branch", "no-such-group", "no-such-branch", "already-exists", "meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, group, branchId }, context) {
    const { viewer, now } = context;
    refuseOver(meeting, now);
    if ((group === undefined) === (branchId === undefined)) throw fieldRefusal("group", "group-or-branch");
    const [found] = group === undefined ? [] : await groupFacts(tx, viewer, eq(groups.slug, group));
    // A private group that the viewer does not know is as unknown as one that does not exist.
    const known =
      found && found.closedAt === null && can.seeGroup(viewer, found) ? { groupId: found.id, row: { groupId: found.id } } : null;
    const party = group === undefined ? await findBranchParty(tx, branchId ?? 0) : known;
    if (!party) throw group === undefined ? fieldRefusal("branchId", "no-such-branch") : fieldRefusal("group", "no-such-group");
    await tx.insert(meetingParties).values({ meetingId: id, ...party.row });
    const added = await putOnRoster(tx, id, await peopleOfParty(tx, party), "required");
    if (meeting.announcedAt)
      await tellRoster(tx, meeting, { kind: "meeting-announced", now, only: added, dedupe: `meeting-announced ${id}` });
    await noteMeetingChange(tx, id, "people", now);
    const entry = { action: "meeting.add-party", object: "meeting", objectId: id, branchId: meeting.branchId, after: party.row };
    await writeAudit(tx, { context, ...entry });
    return { added: added.length };
  },
});
