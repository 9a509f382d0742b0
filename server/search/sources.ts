import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { programmeItems, programmes } from "#db/schema/programmes.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import type { Member } from "#domain/people/viewer.ts";
import { visibleTo as visibleMaterials } from "#server/materials/visible-materials.ts";
import { visibleMeetings } from "#server/meetings/meeting-facts.ts";
import { runBy, visibleTo as visibleProgrammes } from "#server/programmes/visible-programmes.ts";
import { visibleTo as visibleQuestions } from "#server/questions/visible-questions.ts";
import type { Source } from "./find-hits.ts";
import type { About } from "./show-hits.ts";

/** One kind of thing that is searched: who sees it, and what is told of a hit beside its text. */
export type Searched = Readonly<{
  sourceFor: (viewer: Member) => Source;
  aboutOf: (db: Db, ids: number[]) => Promise<ReadonlyMap<number, About>>;
}>;

const isOn = (): SQL => sql`${programmes.publishedAt} is not null and ${programmes.cancelledAt} is null`;

/** An item that is a meeting is its guests': who has a task for it, alone or as a unit; and theirs who run the programme. */
const invited = (viewer: Member): SQL => sql`(${runBy(viewer)} or exists (
  select 1 from tasks t where t.item_id = ${programmeItems.id} and t.cancelled_at is null
    and (t.person_id = ${viewer.personId} or (t.person_id is null and t.branch_id = ${viewer.branchId}))))`;

export const MATERIALS: Searched = {
  sourceFor: (viewer) => ({
    kind: "material",
    join: sql`join ${materials} on ${materials.id} = s.subject_id left join ${branches} on ${branches.id} = ${materials.branchId}`,
    visible: visibleMaterials(viewer),
  }),
  async aboutOf(db, ids) {
    const rows = await db
      .select({ id: materials.id, ref: materials.slug, about: materials.collection, at: materialVersions.createdAt })
      .from(materials)
      .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
      .where(inArray(materials.id, ids));
    return new Map(rows.map(({ id, ...about }) => [id, about]));
  },
};

export const PROGRAMMES: Searched = {
  sourceFor: (viewer) => ({
    kind: "programme",
    join: sql`join ${programmes} on ${programmes.id} = s.subject_id join ${branches} on ${branches.id} = ${programmes.branchId}`,
    visible: and(isOn(), visibleProgrammes(viewer)),
  }),
  async aboutOf(db, ids) {
    const rows = await db
      .select({ id: programmes.id, ref: programmes.slug, at: programmes.opensAt })
      .from(programmes)
      .where(inArray(programmes.id, ids));
    return new Map(rows.map(({ id, ...about }) => [id, { ...about, about: "" }]));
  },
};

/** Items of programmes that are a meeting. */
export const ITEMS: Searched = {
  sourceFor: (viewer) => ({
    kind: "item",
    join: sql`join ${programmeItems} on ${programmeItems.id} = s.subject_id join ${programmes} on ${programmes.id} = ${programmeItems.programmeId}
      join ${branches} on ${branches.id} = ${programmes.branchId}`,
    visible: and(isNull(programmeItems.retiredAt), isOn(), visibleProgrammes(viewer), invited(viewer)),
  }),
  async aboutOf(db, ids) {
    const rows = await db
      .select({ id: programmeItems.id, ref: programmes.slug, about: programmes.title, meeting: programmeItems.meeting })
      .from(programmeItems)
      .innerJoin(programmes, eq(programmes.id, programmeItems.programmeId))
      .where(inArray(programmeItems.id, ids));
    return new Map(
      rows.map(({ id, meeting, ref, about }) => [id, { ref: `${ref}/items/${id}`, about, at: meeting && new Date(meeting.startsAt) }]),
    );
  },
};

/** Meetings of groups and branches: that one is held is told to whom it may be, and nobody hears of one called off before it was announced. */
export const MEETINGS: Searched = {
  sourceFor: (viewer) => ({
    kind: "meeting",
    join: sql`join ${meetings} on ${meetings.id} = s.subject_id join ${branches} on ${branches.id} = ${meetings.branchId}
      left join ${groups} on ${groups.id} = ${meetings.groupId}`,
    visible: and(visibleMeetings(viewer), or(isNotNull(meetings.announcedAt), isNull(meetings.cancelledAt))),
  }),
  async aboutOf(db, ids) {
    const rows = await db
      .select({ id: meetings.id, group: groups.name, branch: branches.name, at: meetings.startsAt })
      .from(meetings)
      .innerJoin(branches, eq(branches.id, meetings.branchId))
      .leftJoin(groups, eq(groups.id, meetings.groupId))
      .where(inArray(meetings.id, ids));
    return new Map(rows.map(({ id, group, branch, at }) => [id, { ref: String(id), about: group ?? branch, at }]));
  },
};

export const QUESTIONS: Searched = {
  sourceFor: (viewer) => ({
    kind: "question",
    join: sql`join ${questions} on ${questions.id} = s.subject_id`,
    visible: and(isNotNull(questions.publishedVersionId), visibleQuestions(viewer)),
  }),
  async aboutOf(db, ids) {
    const rows = await db
      .select({ id: questions.id, about: questionVersions.category, at: questionVersions.createdAt })
      .from(questions)
      .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
      .where(inArray(questions.id, ids));
    return new Map(rows.map(({ id, ...about }) => [id, { ...about, ref: String(id) }]));
  },
};
