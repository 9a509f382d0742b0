import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { attendanceOf } from "#domain/meetings/attendance.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintRoomTicket } from "#server/attempts/ticket.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { findKnock, knockSchema } from "./find-knock.ts";
import { findCheckIn, modeSchema } from "./note-check-in.ts";
import { readRoom, roomSnapshotSchema } from "./room-snapshot.ts";

/** A meeting's room as somebody inside sees it, what they may do in it, and a ticket for its stream. */
export const getRoom = query({
  at: "GET /api/meetings/:id/room",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    room: roomSnapshotSchema,
    group: z.object({ slug: z.string(), name: z.string() }).nullable(),
    duties: z.object({ chair: z.string().nullable(), recorder: z.string().nullable(), leadReader: z.string().nullable() }),
    you: z.object({
      personId: z.number(),
      name: z.string(),
      onRoster: z.boolean(),
      takesPart: z.boolean(),
      mayRun: z.boolean(),
      mayRecord: z.boolean(),
      isJudge: z.boolean(),
      knock: knockSchema.nullable(),
      checkIn: z.object({ mode: modeSchema, checkedInAt: z.date(), leftAt: z.date().nullable(), isLate: z.boolean() }).nullable(),
    }),
    ticket: z.string(),
    serverNow: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const meeting = await findMeeting(db, id, viewer);
    const room = meeting && can.seeInsideMeeting(viewer, meeting) ? await readRoom(db, id, now) : null;
    if (!meeting || !room) throw new Refusal("not-found");
    const { chairId, recorderId, leadReaderId, groupId } = meeting;
    const { personId, name, sessionId } = viewer;
    const named = [chairId, recorderId, leadReaderId].flatMap((one) => one ?? []);
    const rows =
      named.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, named));
    const nameOf = (of: number | null) => rows.find((row) => row.id === of)?.name ?? null;
    const [group] =
      groupId === null ? [] : await db.select({ slug: groups.slug, name: groups.name }).from(groups).where(eq(groups.id, groupId));
    const there = await findCheckIn(db, id, personId);
    const isLate = there !== undefined && attendanceOf({ reply: null, excusedAt: null, ...there }, meeting, false) === "late";
    return {
      id,
      room,
      group: group ?? null,
      duties: { chair: nameOf(chairId), recorder: nameOf(recorderId), leadReader: nameOf(leadReaderId) },
      you: {
        ...{ personId, name, onRoster: meeting.onRoster, takesPart: can.takePart(viewer, meeting) },
        ...{
          mayRun: can.runMeeting(viewer, meeting),
          mayRecord: can.writeRecord(viewer, meeting),
          isJudge: can.judgeForum(viewer, meeting),
          knock: meeting.onRoster ? null : await findKnock(db, id, personId),
        },
        checkIn: there ? { mode: there.mode, checkedInAt: there.checkedInAt, leftAt: there.leftAt, isLate } : null,
      },
      ticket: mintRoomTicket({ meetingId: id, personId, sessionId, now }),
      serverNow: now,
    };
  },
});
