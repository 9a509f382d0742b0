import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendarFeeds, meetingPeople, meetingQuestions, meetings } from "#db/schema/meetings.ts";

/** What meetings keep about oneself before they are held, for the own export: lists, replies, questions asked, duties, the calendar's address (not itself). */
export async function myMeetingData(db: Db, personId: number) {
  const { title, startsAt } = meetings;
  const { attend, reply, replyReason, repliedAt, excuse } = meetingPeople;
  const { body, createdAt } = meetingQuestions;
  return {
    meetings: await db
      .select({ title, startsAt, attend, reply, replyReason, repliedAt, excuse })
      .from(meetingPeople)
      .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
      .where(eq(meetingPeople.personId, personId))
      .orderBy(asc(startsAt)),
    meetingQuestions: await db
      .select({ title, body, createdAt })
      .from(meetingQuestions)
      .innerJoin(meetings, eq(meetings.id, meetingQuestions.meetingId))
      .where(and(eq(meetingQuestions.personId, personId), isNull(meetingQuestions.deletedAt))),
    meetingDuties: await db
      .select({ title, startsAt })
      .from(meetings)
      .where(or(eq(meetings.chairId, personId), eq(meetings.recorderId, personId), eq(meetings.leadReaderId, personId))),
    calendarFeed: await db.select({ createdAt: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.personId, personId)),
  };
}
