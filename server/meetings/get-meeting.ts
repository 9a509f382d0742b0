// Long because it is one reply, with everything that the page of a meeting shows to each who may see it.
import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingKinds, meetings } from "#db/schema/meetings.ts";
import { branches, organisation, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { agendaTimes } from "#domain/meetings/agenda-times.ts";
import { attendanceOf } from "#domain/meetings/attendance.ts";
import { MEETING_STATES, stateOf } from "#domain/meetings/state.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findKnock, knockSchema } from "#server/room/find-knock.ts";
import { query } from "#server/verb.ts";
import { rareOnCard } from "./card-facts.ts";
import { findMeeting, type MeetingFacts } from "./meeting-facts.ts";
import { agendaOf, openAnnotations, partiesOf, questionsOf, rosterOf } from "./meeting-inside.ts";
import { listNewTexts } from "./new-texts.ts";

const replySchema = z.enum(["yes", "online", "leave"]).nullable();
const named = z.object({ id: z.number(), name: z.string() }).nullable();

const agendaSchema = z.object({
  ...{ id: z.number(), kind: z.string(), title: z.string(), minutes: z.number(), at: z.date() },
  ...{ startedAt: z.date().nullable(), endedAt: z.date().nullable(), person: z.string().nullable() },
  ...{ personId: z.number().nullable(), fromBlock: z.string(), toBlock: z.string() },
  material: z.object({ slug: z.string(), title: z.string() }).nullable(),
});

const insideSchema = z.object({
  agenda: z.array(agendaSchema),
  questions: z.array(
    z.object({
      id: z.number(),
      body: z.string(),
      name: z.string(),
      isOwn: z.boolean(),
      createdAt: z.date(),
      answeredAt: z.date().nullable(),
    }),
  ),
  readings: z.array(
    z.object({
      ...{ slug: z.string(), title: z.string(), fromBlock: z.string(), toBlock: z.string() },
      questions: z.array(z.object({ id: z.number(), body: z.string(), exact: z.string(), name: z.string(), block: z.string() })),
    }),
  ),
  /** Who is to come; replies and attendance are told to those who lead and record. */
  people: z.array(
    z.object({
      ...{ id: z.number(), name: z.string(), branch: z.string(), attend: z.enum(["required", "invited"]) },
      reply: replySchema,
      replyReason: z.string(),
      attendance: z.enum(["present", "late", "leave", "absent", "expected"]).nullable(),
    }),
  ),
  counts: z.object({ people: z.number(), yes: z.number(), online: z.number(), leave: z.number(), silent: z.number() }),
  newTexts: z.array(z.object({ slug: z.string(), title: z.string() })),
});

async function dutyNames(db: Db, { chairId, recorderId, leadReaderId }: MeetingFacts) {
  const ids = [chairId, recorderId, leadReaderId].flatMap((id) => id ?? []);
  const found = ids.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  const named = (id: number | null) => found.find((person) => person.id === id) ?? null;
  return { chair: named(chairId), recorder: named(recorderId), leadReader: named(leadReaderId) };
}

async function readingsOf(db: Db, viewer: Member, agenda: Awaited<ReturnType<typeof agendaOf>>) {
  const texts = agenda.flatMap(({ material, materialId, fromBlock, toBlock }) =>
    material && materialId !== null ? [{ ...material, materialId, fromBlock, toBlock }] : [],
  );
  const once = texts.filter(({ slug }, at) => texts.findIndex((other) => other.slug === slug) === at);
  const readings = [];
  // One after the other, here and below: a page takes one connection, and not one a text.
  for (const { slug, title, materialId, versionId, fromBlock, toBlock } of once)
    readings.push({ slug, title, fromBlock, toBlock, questions: await openAnnotations(db, viewer, materialId, versionId) });
  return readings;
}

type Roster = Awaited<ReturnType<typeof rosterOf>>;
const countsOf = (roster: Roster) => ({
  people: roster.length,
  yes: roster.filter(({ reply }) => reply === "yes").length,
  online: roster.filter(({ reply }) => reply === "online").length,
  leave: roster.filter(({ reply, excusedAt }) => reply === "leave" || excusedAt !== null).length,
  silent: roster.filter(({ reply, excusedAt }) => reply === null && excusedAt === null).length,
});

/** Replies, reasons and attendance are for those who lead and record, and each person's own (light-burden rule). */
function peopleOf(roster: Roster, meeting: MeetingFacts, viewer: Member, now: Date) {
  const needsThem = can.writeRecord(viewer, meeting);
  const isOver = meeting.closedAt !== null || meeting.endsAt <= now;
  return roster.map(({ personId: id, name, branch, attend, ...one }) => {
    const shown = needsThem || id === viewer.personId;
    const attendance = shown ? attendanceOf(one, meeting, isOver) : null;
    return {
      id,
      name,
      branch,
      attend,
      reply: shown ? one.reply : null,
      replyReason: shown ? one.replyReason || one.excuse : "",
      attendance,
    };
  });
}

async function insideOf(db: Db, viewer: Member, meeting: MeetingFacts, takesNewTexts: boolean, now: Date) {
  const agenda = await agendaOf(db, viewer, meeting.id);
  const roster = await rosterOf(db, meeting.id);
  const questions = await questionsOf(db, meeting.id);
  const proposes = takesNewTexts && can.runMeeting(viewer, meeting) && !meeting.closedAt && meeting.endsAt > now;
  return {
    agenda: agendaTimes(meeting.startsAt, agenda),
    questions: questions.map(({ personId, ...question }) => ({ ...question, isOwn: personId === viewer.personId })),
    readings: await readingsOf(db, viewer, agenda),
    people: peopleOf(roster, meeting, viewer, now),
    counts: countsOf(roster),
    newTexts: proposes ? await listNewTexts(db, viewer, meeting) : [],
  };
}

/** A meeting: that it is held for who may see that, and what belongs to it (`inside`) for those who take part or look after it. */
export const getMeeting = query({
  at: "GET /api/meetings/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    ...{ id: z.number(), title: z.string(), state: z.enum(MEETING_STATES), revision: z.number() },
    kind: z.object({ key: z.string(), name: z.string(), nameEn: z.string() }),
    ...{ startsAt: z.date(), endsAt: z.date(), openedAt: z.date().nullable(), closedAt: z.date().nullable() },
    ...{ place: z.string(), link: z.string(), intro: z.string(), openTo: z.enum(["roster", "branch"]) },
    ...{ announcedAt: z.date().nullable(), isShortNotice: z.boolean(), cancelReason: z.string() },
    group: z.object({ slug: z.string(), name: z.string() }).nullable(),
    branch: z.string(),
    parties: z.array(z.object({ id: z.number(), name: z.string() })),
    ...{ chair: named, recorder: named, leadReader: named },
    /** Characters of its card that the picture cannot show; for who runs the meeting. */
    rare: z.array(z.string()),
    my: z.object({
      ...{ mayRun: z.boolean(), mayRecord: z.boolean(), maySeeRecord: z.boolean(), takesPart: z.boolean(), onRoster: z.boolean() },
      ...{ reply: replySchema, replyReason: z.string(), mayReply: z.boolean(), needsReason: z.boolean() },
      /** It runs and one is not on its list: one may ask to be let in. */
      ...{ mayKnock: z.boolean(), knock: knockSchema.nullable() },
    }),
    inside: insideSchema.nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeMeeting(viewer, meeting)) throw new Refusal("not-found");
    const [row] = await db
      .select({
        ...{ place: meetings.place, link: meetings.link, intro: meetings.intro, cancelReason: meetings.cancelReason },
        ...{ kindName: meetingKinds.name, kindNameEn: meetingKinds.nameEn, takesNewTexts: meetingKinds.takesNewTexts },
        ...{ branch: branches.name, groupSlug: groups.slug, groupName: groups.name },
      })
      .from(meetings)
      .innerJoin(meetingKinds, eq(meetingKinds.key, meetings.kind))
      .innerJoin(branches, eq(branches.id, meetings.branchId))
      .leftJoin(groups, eq(groups.id, meetings.groupId))
      .where(eq(meetings.id, id));
    if (!row) throw new Refusal("not-found");
    const isInside = can.seeInsideMeeting(viewer, meeting);
    const inside = isInside ? await insideOf(db, viewer, meeting, row.takesNewTexts, now) : null;
    const duties = await dutyNames(db, meeting);
    const parties = await partiesOf(db, id);
    const [policy] = await db.select({ lightBurden: organisation.lightBurden }).from(organisation);
    const own = inside?.people.find((person) => person.id === viewer.personId);
    const state = stateOf(meeting, now);
    const mayKnock = !meeting.onRoster && state === "in_session" && meeting.openedAt !== null && !can.runMeeting(viewer, meeting);
    const { title, kind, startsAt, endsAt, openedAt, closedAt, openTo, announcedAt, isShortNotice, revision } = meeting;
    const { place, link, intro, cancelReason, branch, groupSlug, groupName } = row;
    return {
      ...{
        id,
        title,
        state,
        revision,
        startsAt,
        endsAt,
        openedAt,
        closedAt,
        place,
        intro,
        openTo,
        announcedAt,
        isShortNotice,
        cancelReason,
      },
      // Where to come in online is for those who take part.
      link: isInside ? link : "",
      kind: { key: kind, name: row.kindName, nameEn: row.kindNameEn },
      group: groupSlug !== null && groupName !== null ? { slug: groupSlug, name: groupName } : null,
      ...{ branch, parties, ...duties, inside },
      rare: can.runMeeting(viewer, meeting) ? rareOnCard([title, place, row.kindName, groupName ?? branch]) : [],
      my: {
        mayRun: can.runMeeting(viewer, meeting),
        mayRecord: can.writeRecord(viewer, meeting),
        maySeeRecord: can.readRecord(viewer, meeting),
        takesPart: can.takePart(viewer, meeting),
        onRoster: meeting.onRoster,
        ...{ reply: own?.reply ?? null, replyReason: own?.replyReason ?? "" },
        mayReply: meeting.onRoster && state === "open" && startsAt > now,
        needsReason: !policy?.lightBurden,
        mayKnock,
        knock: mayKnock ? await findKnock(db, id, viewer.personId) : null,
      },
    };
  },
});
