import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { meetingRecords, yearbookParts } from "#db/schema/records.ts";
import { reflections } from "#db/schema/reflections.ts";
import { yearOfMeeting } from "#server/register/held-meetings.ts";

/** Something a yearbook may hold: `m12` a record that is signed or locked, `r5` a written piece. */
export type Candidate = Readonly<{ key: string; title: string; at: Date; author: string | null }>;

const isSettled = sql`(${meetingRecords.lockedAt} is not null or (
  select count(*) = 2 from record_signatures s where s.meeting_id = ${meetings.id} and s.voided_at is null))`;

type Owner = Readonly<{ groupId: number | null; branchId: number }>;

/** A branch's book has what its people may read anyway: what it held itself and its open groups, never a private group's. */
const metBy = ({ groupId, branchId }: Owner) =>
  groupId === null
    ? and(eq(meetings.branchId, branchId), sql`not exists (select 1 from ${groups} pg where pg.id = ${meetings.groupId} and pg.is_private)`)
    : eq(meetings.groupId, groupId);

/** Of a group's people what was handed in after its meetings; of a branch's what was collected in the year. */
const writtenFor = (owner: Owner, year: number) =>
  owner.groupId === null
    ? and(
        eq(reflections.branchId, owner.branchId),
        isNotNull(reflections.collectedAt),
        sql`extract(year from ${reflections.handedInAt} at time zone 'Asia/Shanghai') = ${year}`,
      )
    : and(metBy(owner), eq(yearOfMeeting, year), isNull(meetings.cancelledAt));

/** Everything of a year that may stand in its book: records in the order of their meetings, then pieces. */
export async function candidatesOf(db: Db | Tx, owner: Owner, year: number): Promise<Candidate[]> {
  const ofYear = and(metBy(owner), eq(yearOfMeeting, year), isNull(meetings.cancelledAt));
  const records = await db
    .select({ id: meetings.id, title: meetings.title, at: meetings.startsAt })
    .from(meetings)
    .innerJoin(meetingRecords, eq(meetingRecords.meetingId, meetings.id))
    .where(and(ofYear, isSettled))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  const pieces = await db
    .select({ id: reflections.id, title: reflections.title, at: reflections.handedInAt, author: people.name })
    .from(reflections)
    .leftJoin(meetings, eq(meetings.id, reflections.meetingId))
    .innerJoin(people, eq(people.id, reflections.personId))
    .where(and(writtenFor(owner, year), isNotNull(reflections.handedInAt), isNull(reflections.deletedAt)))
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
