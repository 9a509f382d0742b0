import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { checkIns, meetingKnocks, meetingPeople } from "#db/schema/meetings.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { attendanceOf } from "#domain/meetings/attendance.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { modeSchema } from "./note-check-in.ts";

/** Who is there, late, on leave, or not yet: for whoever runs the meeting or keeps its record, and nobody else. */
export const listRoomPeople = query({
  at: "GET /api/meetings/:id/room/people",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    people: z.array(
      z.object({
        personId: z.number(),
        name: z.string(),
        branch: z.string(),
        attend: z.enum(["required", "invited"]),
        reply: z.enum(["yes", "online", "leave"]).nullable(),
        replyReason: z.string(),
        excuse: z.string(),
        attendance: z.enum(["present", "late", "leave", "absent", "expected"]),
        mode: modeSchema.nullable(),
        how: z.enum(["qr", "code", "tick"]).nullable(),
        leftAt: z.date().nullable(),
      }),
    ),
    /** Who stands at the door and waits for an answer. */
    knocks: z.array(z.object({ personId: z.number(), name: z.string(), branch: z.string(), mode: modeSchema })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.writeRecord(viewer, meeting)) throw new Refusal("not-found");
    const { personId, attend, reply, replyReason, excuse, excusedAt } = meetingPeople;
    const { mode, how, checkedInAt, leftAt } = checkIns;
    const standing = and(eq(checkIns.meetingId, id), eq(checkIns.personId, personId), isNull(checkIns.withdrawnAt));
    const rows = await db
      .select({
        ...{ personId, attend, reply, replyReason, excuse, excusedAt, mode, how, checkedInAt, leftAt },
        ...{ name: people.name, branch: branches.name },
      })
      .from(meetingPeople)
      .innerJoin(people, eq(people.id, personId))
      .innerJoin(branches, eq(branches.id, meetingPeople.branchId))
      .leftJoin(checkIns, standing)
      .where(and(eq(meetingPeople.meetingId, id), isNull(meetingPeople.removedAt)))
      .orderBy(asc(people.name), asc(personId));
    const isOver = meeting.closedAt !== null;
    const knocks = await db
      .select({ personId: meetingKnocks.personId, name: people.name, branch: branches.name, mode: meetingKnocks.mode })
      .from(meetingKnocks)
      .innerJoin(people, eq(people.id, meetingKnocks.personId))
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(and(eq(meetingKnocks.meetingId, id), isNull(meetingKnocks.answeredAt)))
      .orderBy(asc(meetingKnocks.knockedAt), asc(meetingKnocks.personId));
    return {
      knocks,
      people: rows.map((row) => ({ ...row, attendance: attendanceOf(row, meeting, isOver) })),
    };
  },
});
