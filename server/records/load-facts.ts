// Above 150 lines: all facts of one record stand together, so that it can be seen that none is missing.
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db, Tx } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { groups, planSections } from "#db/schema/groups.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import {
  agendaItems,
  checkIns,
  meetingDecisions,
  meetingKinds,
  meetingParties,
  meetingPeople,
  meetingPolls,
  meetings,
  speeches,
} from "#db/schema/meetings.ts";
import { branches, people } from "#db/schema/people.ts";
import { attendanceOf } from "#domain/meetings/attendance.ts";
import type { Attendant, RecordFacts } from "#domain/records/record-facts.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";
import { forumOf } from "#server/room/forum-of.ts";
import { loadForumResult, loadScores } from "#server/room/load-forum-result.ts";

type Reader = Db | Tx;
const nameOf = (column: PgColumn) => sql<string | null>`(select p.name from people p where p.id = ${column})`;

async function loadMeeting(db: Reader, id: number) {
  const { title, startsAt, endsAt, openedAt, closedAt, place, link, sectionId, leadReaderId } = meetings;
  const [row] = await db
    .select({
      ...{ title, startsAt, endsAt, openedAt, closedAt, place, link, sectionId, leadReaderId },
      kind: { name: meetingKinds.name, nameEn: meetingKinds.nameEn },
      required: meetingKinds.requiredFields,
      group: groups.name,
      branch: branches.name,
      chair: nameOf(meetings.chairId),
      recorder: nameOf(meetings.recorderId),
      leadReader: nameOf(meetings.leadReaderId),
    })
    .from(meetings)
    .innerJoin(meetingKinds, eq(meetingKinds.key, meetings.kind))
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(meetings.id, id));
  return row;
}
type Loaded = NonNullable<Awaited<ReturnType<typeof loadMeeting>>>;

async function loadParties(db: Reader, id: number): Promise<string[]> {
  const rows = await db
    .select({ name: sql<string>`coalesce(${groups.name}, ${branches.name})` })
    .from(meetingParties)
    .leftJoin(groups, eq(groups.id, meetingParties.groupId))
    .leftJoin(branches, eq(branches.id, meetingParties.branchId))
    .where(eq(meetingParties.meetingId, id))
    .orderBy(asc(meetingParties.id));
  return rows.map(({ name }) => name);
}

async function loadPeople(db: Reader, id: number, meeting: Loaded, isOver: boolean): Promise<Attendant[]> {
  const here = and(eq(checkIns.meetingId, meetingPeople.meetingId), eq(checkIns.personId, meetingPeople.personId));
  const rows = await db
    .select({
      name: people.name,
      branch: branches.name,
      attend: meetingPeople.attend,
      reply: meetingPeople.reply,
      replyReason: meetingPeople.replyReason,
      excusedAt: meetingPeople.excusedAt,
      excuse: meetingPeople.excuse,
      at: checkIns.checkedInAt,
      mode: checkIns.mode,
      leftAt: checkIns.leftAt,
    })
    .from(meetingPeople)
    .innerJoin(people, eq(people.id, meetingPeople.personId))
    .innerJoin(branches, eq(branches.id, meetingPeople.branchId))
    .leftJoin(checkIns, and(here, isNull(checkIns.withdrawnAt)))
    .where(and(eq(meetingPeople.meetingId, id), isNull(meetingPeople.removedAt)))
    .orderBy(asc(people.pinyinFull), asc(people.id));
  return rows.map((row) => ({
    name: row.name,
    branch: row.branch,
    isRequired: row.attend === "required",
    attendance: attendanceOf({ reply: row.reply, excusedAt: row.excusedAt, checkedInAt: row.at }, meeting, isOver),
    isOnline: row.mode === "online",
    at: row.at,
    leftAt: row.leftAt,
    reason: row.excuse || (row.reply === "leave" ? row.replyReason : ""),
  }));
}

async function loadAgenda(db: Reader, id: number, closedAt: Date | null) {
  const { title, minutes, startedAt, endedAt } = agendaItems;
  const rows = await db
    .select({ title, minutes, startedAt, endedAt, person: people.name })
    .from(agendaItems)
    .leftJoin(people, eq(people.id, agendaItems.personId))
    .where(and(eq(agendaItems.meetingId, id), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.place), asc(agendaItems.id));
  return rows.map((row) => ({ ...row, endedAt: row.endedAt ?? (row.startedAt ? closedAt : null) }));
}

type Read = { material: string | null; version: number | null; body: string | null; from: string; to: string; reader: string | null };

function stretchOf({ version, body, from, to }: Read): { from: number | null; to: number | null } {
  if (version === null || body === null || (from === "" && to === "")) return { from: null, to: null };
  const places = blocksOf({ id: version, body }).map((block) => block.id);
  const placeOf = (block: string): number | null => (places.indexOf(block) < 0 ? null : places.indexOf(block) + 1);
  return { from: placeOf(from || to), to: placeOf(to || from) };
}

const textColumns = { material: materialVersions.title, version: materialVersions.id, body: materialVersions.body };

/** What was read: the texts of the agenda as they ran; with none of them, the section of the plan. */
async function loadReadings(db: Reader, id: number, meeting: Loaded): Promise<RecordFacts["readings"]> {
  const shown = await db
    .select({ ...textColumns, from: agendaItems.fromBlock, to: agendaItems.toBlock, reader: people.name })
    .from(agendaItems)
    .innerJoin(materials, eq(materials.id, agendaItems.materialId))
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .leftJoin(people, eq(people.id, agendaItems.personId))
    .where(and(eq(agendaItems.meetingId, id), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.place));
  const readings = shown.map((row) => ({ title: row.material, ...stretchOf(row), pages: "", reader: row.reader ?? meeting.leadReader }));
  if (readings.length > 0 || meeting.sectionId === null) return readings;
  const sections = await db
    .select({
      ...textColumns,
      title: planSections.title,
      pages: planSections.pages,
      from: planSections.fromBlock,
      to: planSections.toBlock,
      reader: sql<null>`null`,
    })
    .from(planSections)
    .leftJoin(materials, eq(materials.id, planSections.materialId))
    .leftJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .where(eq(planSections.id, meeting.sectionId));
  return sections.map((row) => ({
    title: row.material ?? row.title,
    ...stretchOf(row),
    pages: row.pages,
    reader: meeting.leadReader,
  }));
}

/** What each person said, in the order they first spoke: one point a line as it was written. */
async function loadSpeeches(db: Reader, id: number): Promise<RecordFacts["speeches"]> {
  const rows = await db
    .select({ personId: speeches.personId, name: people.name, body: speeches.body })
    .from(speeches)
    .innerJoin(people, eq(people.id, speeches.personId))
    .where(and(eq(speeches.meetingId, id), isNull(speeches.deletedAt)))
    .orderBy(asc(sql`coalesce(${speeches.spokenAt}, ${speeches.createdAt})`), asc(speeches.id));
  const pointsOf = (body: string): string[] =>
    body
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((said) => {
    const points = said.flatMap(({ body }) => pointsOf(body));
    return points.length === 0 ? [] : [{ name: said[0]?.name ?? "", points }];
  });
}

async function loadVotes(db: Reader, id: number): Promise<RecordFacts["votes"]> {
  const rows = await db
    .select({
      question: meetingPolls.question,
      options: meetingPolls.options,
      voters: sql<number>`(select count(*)::int from poll_answers pa where pa.poll_id = ${meetingPolls.id})`,
      chosen: sql<number[]>`array(select c from poll_answers pa, unnest(pa.choices) c where pa.poll_id = ${meetingPolls.id})`,
    })
    .from(meetingPolls)
    .where(
      and(eq(meetingPolls.meetingId, id), eq(meetingPolls.kind, "vote"), isNotNull(meetingPolls.openedAt), isNull(meetingPolls.removedAt)),
    )
    .orderBy(asc(meetingPolls.openedAt), asc(meetingPolls.id));
  return rows.map(({ question, options, voters, chosen }) => ({
    question,
    voters,
    options: options.map((text, place) => ({ text, count: chosen.filter((choice) => Number(choice) === place).length })),
  }));
}

async function loadForum(db: Reader, id: number): Promise<RecordFacts["forum"]> {
  const result = await loadForumResult(db, id, await forumOf(db, id), await loadScores(db, id));
  if (!result || result.length === 0) return null;
  return result.map(({ place, name, topic, lot, meanMilli, counted, dropped, prize }) => ({
    ...{ place, name, topic, lot, meanMilli, prize },
    ...{ counted: [...counted], dropped: [...dropped] },
  }));
}

async function loadDecisions(db: Reader, id: number): Promise<RecordFacts["decisions"]> {
  return db
    .select({ body: meetingDecisions.body, owner: people.name, dueAt: meetingDecisions.dueAt })
    .from(meetingDecisions)
    .leftJoin(people, eq(people.id, meetingDecisions.ownerId))
    .where(and(eq(meetingDecisions.meetingId, id), isNull(meetingDecisions.deletedAt)))
    .orderBy(asc(meetingDecisions.id));
}

async function loadAttachments(db: Reader, id: number): Promise<string[]> {
  const rows = await db
    .select({ name: files.name })
    .from(files)
    .where(and(eq(files.meetingId, id), isNull(files.removedAt)))
    .orderBy(asc(files.id));
  return rows.map(({ name }) => name);
}

/** Everything a meeting's record is written from, as it stands, with the fields its kind requires. Undefined: there is no such meeting. */
export async function loadFacts(db: Reader, id: number, now: Date): Promise<{ facts: RecordFacts; required: string[] } | undefined> {
  const meeting = await loadMeeting(db, id);
  if (!meeting) return undefined;
  const { sectionId: _section, leadReaderId: _lead, required, ...said } = meeting;
  const facts = {
    ...said,
    parties: await loadParties(db, id),
    people: await loadPeople(db, id, meeting, meeting.closedAt !== null || meeting.endsAt <= now),
    agenda: await loadAgenda(db, id, meeting.closedAt),
    readings: await loadReadings(db, id, meeting),
    speeches: await loadSpeeches(db, id),
    votes: await loadVotes(db, id),
    forum: await loadForum(db, id),
    decisions: await loadDecisions(db, id),
    attachments: await loadAttachments(db, id),
  };
  return { facts, required };
}
