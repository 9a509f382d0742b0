import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { meetingRecords, yearbookParts } from "#db/schema/records.ts";
import { reflections } from "#db/schema/reflections.ts";
import { yearOfMeeting } from "#server/register/held-meetings.ts";

/** Something a yearbook may hold: `m12` a record that is signed or locked, `r5` a piece handed in after a meeting of the group. */
export type Candidate = Readonly<{ key: string; title: string; at: Date; author: string | null }>;

const isSettled = sql`(${meetingRecords.lockedAt} is not null or (
  select count(*) = 2 from record_signatures s where s.meeting_id = ${meetings.id} and s.voided_at is null))`;

/** Everything of a group's year that may stand in its book: records in the order of their meetings, then pieces. */
export async function candidatesOf(db: Db | Tx, groupId: number, year: number): Promise<Candidate[]> {
  const ofYear = and(eq(meetings.groupId, groupId), eq(yearOfMeeting, year), isNull(meetings.cancelledAt));
  const records = await db
    .select({ id: meetings.id, title: meetings.title, at: meetings.startsAt })
    .from(meetings)
    .innerJoin(meetingRecords, eq(meetingRecords.meetingId, meetings.id))
    .where(and(ofYear, isSettled))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  const pieces = await db
    .select({ id: reflections.id, title: reflections.title, at: reflections.handedInAt, author: people.name })
    .from(reflections)
    .innerJoin(meetings, eq(meetings.id, reflections.meetingId))
    .innerJoin(people, eq(people.id, reflections.personId))
    .where(and(ofYear, isNotNull(reflections.handedInAt), isNull(reflections.deletedAt)))
    .orderBy(asc(reflections.handedInAt), asc(reflections.id));
  return [
    ...records.map(({ id, title, at }) => ({ key: `m${id}`, title, at, author: null })),
    ...pieces.map(({ id, title, at, author }) => ({ key: `r${id}`, title, at: at ?? new Date(0), author })),
  ];
}

/** What was chosen, in its order; null: nothing was, so it is everything. What may not stand in it any more falls out. */
export async function chosenParts(db: Db | Tx, yearbookId: number, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const rows = await db
    .select({ meetingId: yearbookParts.meetingId, reflectionId: yearbookParts.reflectionId })
    .from(yearbookParts)
    .where(eq(yearbookParts.yearbookId, yearbookId))
    .orderBy(asc(yearbookParts.place));
  if (rows.length === 0) return [...candidates];
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  return rows.flatMap(({ meetingId, reflectionId }) => byKey.get(meetingId === null ? `r${reflectionId}` : `m${meetingId}`) ?? []);
}
