import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { ANNOUNCE_AHEAD_MS } from "#domain/meetings/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { setLeadReader } from "#server/groups/set-lead-reader.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { indexMeetings } from "#server/search/index-meetings.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockMeeting, type MeetingFacts } from "./meeting-facts.ts";
import { meetingFields, refuseWindow } from "./meeting-fields.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";
import { tellRoster } from "./tell-roster.ts";

const DUTIES = ["chairId", "recorderId", "leadReaderId"] as const;
type Duties = Readonly<Partial<Record<(typeof DUTIES)[number], number>>>;

/** Duties fall to people of its list or of its group, who are not disabled. */
async function refuseStrangers(tx: Tx, { id, groupId }: MeetingFacts, duties: Duties): Promise<void> {
  const named = DUTIES.flatMap((duty) => duties[duty] ?? []);
  if (named.length === 0) return;
  const known = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        inArray(people.id, named),
        isNull(people.disabledAt),
        sql`(exists (select 1 from meeting_people mr where mr.meeting_id = ${id} and mr.person_id = ${people.id} and mr.removed_at is null)
          or exists (select 1 from group_members gm where gm.group_id = ${groupId} and gm.person_id = ${people.id} and gm.left_at is null))`,
      ),
    );
  const stranger = DUTIES.find((duty) => duties[duty] !== undefined && !known.some((person) => person.id === duties[duty]));
  if (stranger) throw fieldRefusal(stranger, "not-on-roster");
}

/** Changes a meeting that is not over. Two who edit at once do not overwrite each other; who was told of another time or place is told again. */
export const editMeeting = command({
  at: "POST /api/meetings/:id/edit",
  input: z.strictObject({
    ...meetingFields,
    ...{ id: idSchema, revision: z.coerce.number().int().min(1) },
    ...{ chairId: blankable(idSchema), recorderId: blankable(idSchema), leadReaderId: blankable(idSchema) },
  }),
  output: z.object({ revision: z.number() }),
  refusals: [
    "changed-meanwhile",
    "ends-before-start",
    "meeting-too-long",
    "meeting-cancelled",
    "meeting-is-over",
    "meeting-begun",
    "not-on-roster",
  ],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, revision, place = "", link = "", intro = "", chairId, recorderId, leadReaderId, ...fields }, context) {
    const { now } = context;
    refuseOver(meeting, now);
    if (meeting.revision !== revision) throw new Refusal("changed-meanwhile");
    refuseWindow(fields);
    const moved = meeting.startsAt.getTime() !== fields.startsAt.getTime();
    if (moved && meeting.openedAt) throw fieldRefusal("startsAt", "meeting-begun");
    await refuseStrangers(tx, meeting, {
      ...(chairId && { chairId }),
      ...(recorderId && { recorderId }),
      ...(leadReaderId && { leadReaderId }),
    });
    const [before] = await tx.select({ place: meetings.place, link: meetings.link }).from(meetings).where(eq(meetings.id, id));
    const isShortNotice = meeting.announcedAt ? fields.startsAt.getTime() - meeting.announcedAt.getTime() < ANNOUNCE_AHEAD_MS : false;
    const duties = { chairId: chairId ?? null, recorderId: recorderId ?? null, leadReaderId: leadReaderId ?? null };
    const written = { ...fields, ...duties, place, link, intro };
    await setLeadReader(tx, meeting, duties.leadReaderId, now);
    await tx
      .update(meetings)
      .set({ ...written, isShortNotice, revision: revision + 1 })
      .where(eq(meetings.id, id));
    await indexMeetings(tx, [id]);
    await noteMeetingChange(tx, id, "meeting", now);
    if (meeting.announcedAt && (moved || before?.place !== place || before.link !== link))
      await tellRoster(tx, { ...meeting, ...fields }, { kind: "meeting-changed", params: { place: place || link }, now });
    const { title, startsAt, endsAt, branchId } = meeting;
    const entry = { action: "meeting.edit", object: "meeting", objectId: id, branchId, before: { title, startsAt, endsAt, ...before } };
    await writeAudit(tx, {
      context,
      ...entry,
      after: { title: fields.title, startsAt: fields.startsAt, endsAt: fields.endsAt, place, link },
    });
    return { revision: revision + 1 };
  },
});
