import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { ITEM_KINDS, MOVE_ON } from "#domain/programmes/item.ts";
import { ITEM_STATES } from "#domain/programmes/item-state.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findProgramme } from "./find-programme.ts";
import { listOwnItems } from "./own-items.ts";
import { pageOfMeeting } from "./page-of-meeting.ts";

type Try = { id: string; number: number; state: string; started_at: Date; finished_at: Date | null; ended_by: string | null };

async function triesOf(db: Db, itemId: number, personId: number) {
  const { rows } = await db.execute<Try>(sql`
    select a.id, q.number, a.state, a.started_at, a.finished_at, a.ended_by from quiz_attempts q join attempts a on a.id = q.attempt_id
    where q.item_id = ${itemId} and q.person_id = ${personId} order by q.number`);
  return rows.map((row) => ({
    attemptId: Number(row.id),
    number: row.number,
    state: row.state,
    isHandedIn: row.ended_by === "person",
    startedAt: new Date(row.started_at),
    finishedAt: row.finished_at && new Date(row.finished_at),
  }));
}

async function textOf(db: Db, slug: string | null, personId: number) {
  const { rows } = await db.execute<{
    slug: string;
    title: string;
    title_en: string;
    completed_at: Date | null;
    paragraph: string | null;
  }>(sql`
    select m.slug, v.title, v.title_en, o.completed_at, r.paragraph from materials m join material_versions v on v.id = m.published_version_id
    left join outcomes o on o.person_id = ${personId} and o.kind = 'material' and o.subject_id = m.id
    left join readings r on r.person_id = ${personId} and r.material_id = m.id
    where m.slug = ${slug} and m.archived_at is null`);
  const row = rows[0];
  const completedAt = row?.completed_at ? new Date(row.completed_at) : null;
  return row ? { slug: row.slug, title: row.title, titleEn: row.title_en, completedAt, paragraph: row.paragraph } : null;
}

/** Whether one was noted as present, and who notes it: the office holders nearest above one's branch. */
async function presenceOf(db: Db, itemId: number, personId: number, branchPath: string) {
  const { rows } = await db.execute<{ mode: "on_site" | "online"; noted_at: Date }>(
    sql`select mode, noted_at from item_attendances where item_id = ${itemId} and person_id = ${personId}`,
  );
  const noters = await db.execute<{ name: string }>(sql`
    select distinct w.name, length(b.path) as depth from offices o join branches b on b.id = o.branch_id join people w on w.id = o.person_id
    where o.ended_at is null and o.office in ('organizer', 'branch_admin', 'admin') and starts_with(${branchPath}, b.path) and w.disabled_at is null
    order by depth desc, w.name limit 2`);
  const row = rows[0];
  return { own: row ? { mode: row.mode, notedAt: new Date(row.noted_at) } : null, noters: noters.rows.map(({ name }) => name) };
}

const text = z.object({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string(),
  completedAt: z.date().nullable(),
  paragraph: z.string().nullable(),
});
const trySchema = z.object({
  attemptId: z.number(),
  number: z.number(),
  state: z.string(),
  isHandedIn: z.boolean(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
});

/** One item of a programme, whatever it is: what is to be done, how far one is, and why not yet. */
export const getItem = query({
  at: "GET /api/programmes/:slug/items/:id",
  input: z.strictObject({ slug: z.string().max(120), id: idSchema }),
  output: z.object({
    programme: z.object({ slug: z.string(), title: z.string(), titleEn: z.string() }),
    id: z.number(),
    kind: z.enum(ITEM_KINDS),
    title: z.string(),
    titleEn: z.string(),
    owner: z.enum(["person", "unit"]),
    prompt: z.string(),
    moveOn: z.enum(MOVE_ON),
    mastery: z.number().nullable(),
    isRequired: z.boolean(),
    state: z.enum(ITEM_STATES).nullable(),
    mayWork: z.boolean(),
    opensAt: z.date(),
    closesAt: z.date(),
    dueAt: z.date().nullable(),
    doneAt: z.date().nullable(),
    best: z.number().nullable(),
    waitsFor: z.array(z.object({ id: z.number(), title: z.string(), titleEn: z.string() })),
    prerequisites: z.array(z.object({ slug: z.string(), title: z.string(), titleEn: z.string() })),
    text: text.nullable(),
    quiz: z.object({ questions: z.number(), attempts: z.number().nullable(), tries: z.array(trySchema) }).nullable(),
    meeting: z
      .object({
        startsAt: z.date(),
        endsAt: z.date(),
        place: z.string(),
        own: z.object({ mode: z.enum(["on_site", "online"]), notedAt: z.date() }).nullable(),
        noters: z.array(z.string()),
        /** It is a meeting of a group or branch, whose check-ins count; `page` where the viewer may open it. */
        isHeld: z.boolean(),
        page: z.number().nullable(),
      })
      .nullable(),
    contest: z.string().nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, id }, { viewer, now }) {
    const programme = await findProgramme(db, slug);
    if (!programme || !can.seeProgramme(viewer, programme)) throw new Refusal("not-found");
    const { items, prerequisites } = await listOwnItems(db, programme, viewer, now);
    const item = items.find((one) => one.id === id);
    if (!item || (item.taskId === null && !can.runProgramme(viewer, programme))) throw new Refusal("not-found");
    const { quiz, meeting, meetingId, waitsFor, material, taskId: _taskId, moduleId: _moduleId, ...rest } = item;
    return {
      ...rest,
      programme: { slug, title: programme.title, titleEn: programme.titleEn },
      waitsFor: items.filter((one) => waitsFor.includes(one.id)).map(({ id, title, titleEn }) => ({ id, title, titleEn })),
      prerequisites: prerequisites.filter(({ isDone }) => !isDone),
      text: material ? await textOf(db, material, viewer.personId) : null,
      quiz: quiz && {
        questions: quiz.blueprint.reduce((sum, { count }) => sum + count, 0),
        attempts: quiz.attempts,
        tries: await triesOf(db, id, viewer.personId),
      },
      meeting: meeting && {
        startsAt: new Date(meeting.startsAt),
        endsAt: new Date(meeting.endsAt),
        place: meeting.place,
        ...(await presenceOf(db, id, viewer.personId, viewer.branchPath)),
        isHeld: meetingId !== null,
        page: await pageOfMeeting(db, meetingId, viewer),
      },
    };
  },
});
