import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  checkIns,
  forumPresenters,
  forumScores,
  meetingKnocks,
  meetingPolls,
  meetings,
  pollAnswers,
  speakingQueue,
  speeches,
} from "#db/schema/meetings.ts";

/** What a person did in meetings, for the export of one's own data: being there, asking to speak, words, votes and scores given. */
export async function myRoomData(db: Db, personId: number) {
  const of = { meeting: meetings.title, startsAt: meetings.startsAt };
  const inMeeting = <T extends typeof checkIns | typeof speeches | typeof speakingQueue>(table: T) => eq(meetings.id, table.meetingId);
  return {
    checkIns: await db
      .select({ ...of, mode: checkIns.mode, how: checkIns.how, checkedInAt: checkIns.checkedInAt, leftAt: checkIns.leftAt })
      .from(checkIns)
      .innerJoin(meetings, inMeeting(checkIns))
      .where(eq(checkIns.personId, personId)),
    knocks: await db
      .select({ ...of, knockedAt: meetingKnocks.knockedAt, answeredAt: meetingKnocks.answeredAt, isAdmitted: meetingKnocks.isAdmitted })
      .from(meetingKnocks)
      .innerJoin(meetings, eq(meetings.id, meetingKnocks.meetingId))
      .where(eq(meetingKnocks.personId, personId)),
    speakingQueue: await db
      .select({ ...of, askedAt: speakingQueue.askedAt, calledAt: speakingQueue.calledAt, endedAt: speakingQueue.endedAt })
      .from(speakingQueue)
      .innerJoin(meetings, inMeeting(speakingQueue))
      .where(eq(speakingQueue.personId, personId))
      .orderBy(asc(speakingQueue.id)),
    speeches: await db
      .select({ ...of, body: speeches.body, spokenAt: speeches.spokenAt, savedAt: speeches.savedAt, deletedAt: speeches.deletedAt })
      .from(speeches)
      .innerJoin(meetings, inMeeting(speeches))
      .where(eq(speeches.personId, personId))
      .orderBy(asc(speeches.id)),
    pollAnswers: await db
      .select({
        ...of,
        question: meetingPolls.question,
        options: meetingPolls.options,
        choices: pollAnswers.choices,
        answeredAt: pollAnswers.answeredAt,
      })
      .from(pollAnswers)
      .innerJoin(meetingPolls, eq(meetingPolls.id, pollAnswers.pollId))
      .innerJoin(meetings, eq(meetings.id, meetingPolls.meetingId))
      .where(eq(pollAnswers.personId, personId)),
    forumScores: await db
      .select({ ...of, presenter: forumPresenters.name, milli: forumScores.milli, scoredAt: forumScores.scoredAt })
      .from(forumScores)
      .innerJoin(forumPresenters, eq(forumPresenters.id, forumScores.presenterId))
      .innerJoin(meetings, eq(meetings.id, forumPresenters.meetingId))
      .where(eq(forumScores.judgeId, personId)),
  };
}
