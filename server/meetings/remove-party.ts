import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingParties } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMeeting, type MeetingFacts } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";
import { type Party, peopleOfParty } from "./roster-of.ts";

type Brought = Readonly<{ name: string; party: Party }>;

/** Takes a party's row away and says whom it had brought; undefined: the meeting has no such party. */
async function takeParty(tx: Tx, meetingId: number, partyId: number): Promise<Brought | undefined> {
  const { id, groupId } = meetingParties;
  const [row] = await tx
    .select({ groupId, name: sql<string>`coalesce(${groups.name}, ${branches.name})`, branchPath: branches.path })
    .from(meetingParties)
    .leftJoin(groups, eq(groups.id, groupId))
    .leftJoin(branches, eq(branches.id, meetingParties.branchId))
    .where(and(eq(id, partyId), eq(meetingParties.meetingId, meetingId)));
  if (!row) return undefined;
  await tx.delete(meetingParties).where(eq(id, partyId));
  return { name: row.name, party: row.groupId === null ? { branchPath: row.branchPath ?? "" } : { groupId: row.groupId } };
}

/** Everybody whom what still meets brings: the group or branch it is registered with, and the parties that are left. */
async function stillBrought(tx: Tx, { id, groupId, path }: MeetingFacts): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ groupId: meetingParties.groupId, branchPath: branches.path })
    .from(meetingParties)
    .leftJoin(branches, eq(branches.id, meetingParties.branchId))
    .where(eq(meetingParties.meetingId, id));
  const left: Party[] = rows.map((row) => (row.groupId === null ? { branchPath: row.branchPath ?? "" } : { groupId: row.groupId }));
  const own: Party = groupId === null ? { branchPath: path } : { groupId };
  const brought = [];
  for (const party of [own, ...left]) brought.push(...(await peopleOfParty(tx, party)));
  return new Set(brought.map(({ personId }) => personId));
}

/** Takes off the list whom only this party had brought: not who was invited by name, has a duty, judges, or is here already. */
async function takeOff(tx: Tx, meeting: MeetingFacts, ids: readonly number[], now: Date): Promise<number> {
  const duties = sql.param([meeting.chairId, meeting.recorderId, meeting.leadReaderId].flatMap((id) => id ?? []));
  const { rowCount } = await tx.execute(sql`
    update meeting_people mp set removed_at = ${now} where mp.meeting_id = ${meeting.id} and mp.person_id = any(${sql.param([...ids])}::bigint[])
      and mp.removed_at is null and mp.attend = 'required' and not (mp.person_id = any(${duties}::bigint[]))
      and not exists (select 1 from check_ins c where c.meeting_id = mp.meeting_id and c.person_id = mp.person_id and c.withdrawn_at is null)
      and not exists (select 1 from forum_judges j where j.meeting_id = mp.meeting_id and j.person_id = mp.person_id and j.removed_at is null)`);
  return rowCount ?? 0;
}

/** A group or a branch does not meet with the others after all: its people leave the list, but for those who have another reason to be on it. */
export const removeParty = command({
  at: "POST /api/meetings/:id/parties/:party/remove",
  input: z.strictObject({ id: idSchema, party: idSchema }),
  output: z.object({ removed: z.number() }),
  refusals: ["meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, party }, context) {
    refuseOver(meeting, context.now);
    const brought = await takeParty(tx, id, party);
    if (!brought) return { removed: 0 };
    const stays = await stillBrought(tx, meeting);
    const ids = (await peopleOfParty(tx, brought.party)).map(({ personId }) => personId).filter((personId) => !stays.has(personId));
    const removed = await takeOff(tx, meeting, ids, context.now);
    await noteMeetingChange(tx, id, "people", context.now);
    const entry = { action: "meeting.remove-party", object: "meeting", objectId: id, branchId: meeting.branchId };
    await writeAudit(tx, { context, ...entry, before: { party: brought.name }, after: { removed } });
    return { removed };
  },
});
