// Above 150 lines: one reply, and everything the record's page says at once.
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingDecisions, meetingKinds, meetingPeople, meetings, takeaways } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { recordAddenda, recordEdits } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { endOf, isLocked, MEETING_STATES, RECORD_OPEN_MS, stateOf } from "#domain/meetings/state.ts";
import type { Member } from "#domain/people/viewer.ts";
import { RECORD_FIELDS } from "#domain/records/record-fields.ts";
import { filledShare, missingOf, recordCharacters } from "#domain/records/record-of.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileAddress } from "#server/files/file-address.ts";
import { fileSchema } from "#server/files/list-files.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting, type MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { forOutsiders } from "./for-outsiders.ts";
import { loadRecord, standingSignatures } from "./load-record.ts";
import { languageSchema } from "./words-of.ts";

const fieldName = z.enum(RECORD_FIELDS);
const signer = z.enum(["chair", "recorder"]);

const output = z.object({
  id: z.number(),
  title: z.string(),
  kind: z.object({ name: z.string(), nameEn: z.string() }),
  group: z.object({ slug: z.string(), name: z.string() }).nullable(),
  state: z.enum(MEETING_STATES),
  startsAt: z.date(),
  endedAt: z.date(),
  locksAt: z.date(),
  locked: z.boolean(),
  lockedAt: z.date().nullable(),
  revision: z.number(),
  saved: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  fields: z.array(z.object({ field: fieldName, text: z.string(), facts: z.string(), isWritten: z.boolean(), isRequired: z.boolean() })),
  missing: z.array(fieldName),
  share: z.number(),
  characters: z.number(),
  signatures: z.array(z.object({ role: signer, name: z.string(), signedAt: z.date(), mine: z.boolean() })),
  addenda: z.array(z.object({ id: z.number(), body: z.string(), name: z.string(), createdAt: z.date() })),
  files: z.array(fileSchema),
  /** Of those who were there: how many have spoken, and who has not; names for those who lead. */
  coverage: z.object({ spoke: z.number(), there: z.number(), silent: z.array(z.string()).nullable() }),
  history: z.array(z.object({ revision: z.number(), field: fieldName, name: z.string(), savedAt: z.date() })),
  takeaways: z.array(z.object({ id: z.number(), body: z.string(), name: z.string(), mayAsk: z.boolean(), isAsked: z.boolean() })),
  decisions: z.array(
    z.object({ id: z.number(), body: z.string(), owner: z.string().nullable(), isTask: z.boolean(), isMine: z.boolean() }),
  ),
  people: z.array(z.object({ id: z.number(), name: z.string() })),
  chairId: z.number().nullable(),
  recorderId: z.number().nullable(),
  may: z.object({ see: z.boolean(), write: z.boolean(), sign: z.array(signer), lock: z.boolean(), add: z.boolean(), name: z.boolean() }),
});
type Shown = z.input<typeof output>;

async function listAddenda(db: Db, meetingId: number): Promise<Shown["addenda"]> {
  const { id, body, createdAt } = recordAddenda;
  return db
    .select({ id, body, createdAt, name: people.name })
    .from(recordAddenda)
    .innerJoin(people, eq(people.id, recordAddenda.personId))
    .where(eq(recordAddenda.meetingId, meetingId))
    .orderBy(asc(id));
}

async function listAttached(db: Db, meetingId: number): Promise<Shown["files"]> {
  const { id, name, contentType, size } = files;
  const rows = await db
    .select({ id, name, contentType, size })
    .from(files)
    .where(and(eq(files.meetingId, meetingId), isNull(files.removedAt)))
    .orderBy(asc(id));
  return rows.map((row) => ({ ...row, address: fileAddress(row) }));
}

const MOST_EDITS = 100;

async function listHistory(db: Db, meetingId: number): Promise<Shown["history"]> {
  const { revision, savedAt } = recordEdits;
  const field = sql<string>`(select key from jsonb_object_keys(${recordEdits.fields}) key limit 1)`;
  const rows = await db
    .select({ revision, savedAt, field, name: people.name })
    .from(recordEdits)
    .innerJoin(people, eq(people.id, recordEdits.personId))
    .where(eq(recordEdits.meetingId, meetingId))
    .orderBy(desc(revision))
    .limit(MOST_EDITS);
  return rows.flatMap((row) => {
    const known = fieldName.safeParse(row.field);
    return known.success ? [{ ...row, field: known.data }] : [];
  });
}

async function listTakeaways(db: Db, meeting: MeetingFacts, viewer: Member): Promise<Shown["takeaways"]> {
  const { id, body, personId, questionId } = takeaways;
  const rows = await db
    .select({ id, body, personId, questionId, name: people.name })
    .from(takeaways)
    .innerJoin(people, eq(people.id, personId))
    .where(and(eq(takeaways.meetingId, meeting.id), isNull(takeaways.deletedAt)))
    .orderBy(asc(id));
  const mayAll = can.writeRecord(viewer, meeting);
  return rows.map((row) => ({
    ...{ id: row.id, body: row.body, name: row.name, isAsked: row.questionId !== null },
    mayAsk: row.questionId === null && (mayAll || row.personId === viewer.personId),
  }));
}

async function listDecisions(db: Db, meetingId: number, viewer: Member): Promise<Shown["decisions"]> {
  const { id, body, ownerId, taskId } = meetingDecisions;
  const rows = await db
    .select({ id, body, ownerId, taskId, owner: people.name })
    .from(meetingDecisions)
    .leftJoin(people, eq(people.id, ownerId))
    .where(and(eq(meetingDecisions.meetingId, meetingId), isNull(meetingDecisions.deletedAt)))
    .orderBy(asc(id));
  return rows.map((row) => ({
    ...{ id: row.id, body: row.body, owner: row.owner, isTask: row.taskId !== null, isMine: row.ownerId === viewer.personId },
  }));
}

async function listNamed(db: Db, meetingId: number): Promise<Shown["people"]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(meetingPeople)
    .innerJoin(people, eq(people.id, meetingPeople.personId))
    .where(and(eq(meetingPeople.meetingId, meetingId), isNull(meetingPeople.removedAt)))
    .orderBy(asc(people.pinyinFull), asc(people.id));
}

async function headOf(db: Db, meetingId: number) {
  const [head] = await db
    .select({
      kind: { name: meetingKinds.name, nameEn: meetingKinds.nameEn },
      group: { slug: groups.slug, name: groups.name },
    })
    .from(meetings)
    .innerJoin(meetingKinds, eq(meetingKinds.key, meetings.kind))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(meetings.id, meetingId));
  if (!head) throw new Refusal("not-found");
  return head;
}

function mayOf(viewer: Member, meeting: MeetingFacts, now: Date): Shown["may"] {
  const isOpen = !isLocked(meeting, now) && !meeting.cancelledAt && (meeting.openedAt !== null || meeting.startsAt <= now);
  const isOver = meeting.closedAt !== null || meeting.endsAt <= now;
  const write = can.writeRecord(viewer, meeting);
  const duties = (["chair", "recorder"] as const).filter((role) => meeting.duty[role]);
  return {
    see: can.seeInsideMeeting(viewer, meeting),
    write: write && isOpen,
    sign: isOpen && isOver ? duties : [],
    lock: write && isOpen && meeting.signed,
    add: write && isLocked(meeting, now) && !meeting.cancelledAt,
    name: can.runMeeting(viewer, meeting) && isOpen,
  };
}

/** A meeting's record: each field's text beside what the facts say, what is missing, who signed, what was added. */
export const getRecord = query({
  at: "GET /api/meetings/:id/record",
  input: z.strictObject({ id: idSchema, language: languageSchema }),
  output,
  door: "play",
  may: can.beSignedIn,
  async run(db, { id, language }, { viewer, now }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.readRecord(viewer, meeting)) throw new Refusal("not-found");
    const found = await loadRecord(db, id, { now, language });
    if (!found) throw new Refusal("not-found");
    const may = mayOf(viewer, meeting, now);
    const { facts, required, record } = may.see ? found : forOutsiders(found, language);
    const there = facts.people.filter(({ attendance }) => attendance === "present" || attendance === "late");
    const heard = new Set(facts.speeches.map(({ name }) => name));
    const silent = there.filter(({ name }) => !heard.has(name)).map(({ name }) => name);
    const head = await headOf(db, id);
    const [by] = found.savedBy === null ? [] : await db.select({ name: people.name }).from(people).where(eq(people.id, found.savedBy));
    return {
      ...{ id, title: meeting.title, kind: head.kind, group: head.group, state: stateOf(meeting, now) },
      ...{ startsAt: meeting.openedAt ?? meeting.startsAt, endedAt: endOf(meeting) },
      ...{ locksAt: new Date(endOf(meeting).getTime() + RECORD_OPEN_MS), locked: isLocked(meeting, now), lockedAt: found.lockedAt },
      ...{ revision: found.revision, saved: found.savedAt && by ? { at: found.savedAt, by: by.name } : null },
      fields: record.map((entry) => ({ ...entry, isRequired: required.includes(entry.field) })),
      ...{ missing: missingOf(record, required), share: filledShare(record, required), characters: recordCharacters(record) },
      signatures: (await standingSignatures(db, id)).map(({ personId, ...rest }) => ({ ...rest, mine: personId === viewer.personId })),
      ...{ addenda: await listAddenda(db, id), files: await listAttached(db, id) },
      coverage: { spoke: there.length - silent.length, there: there.length, silent: can.writeRecord(viewer, meeting) ? silent : null },
      history: may.see ? await listHistory(db, id) : [],
      takeaways: may.see ? await listTakeaways(db, meeting, viewer) : [],
      decisions: may.see ? await listDecisions(db, id, viewer) : [],
      people: may.name ? await listNamed(db, id) : [],
      ...{ chairId: meeting.chairId, recorderId: meeting.recorderId, may },
    };
  },
});
