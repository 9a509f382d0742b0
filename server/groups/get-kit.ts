import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups, planSections } from "#db/schema/groups.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { meetings } from "#db/schema/meetings.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { stretchOf } from "#domain/groups/chapters-of.ts";
import { promptsOf } from "#domain/groups/prompts-of.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { idSchema } from "#server/input-schemas.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";
import { ownBody } from "#server/reviews/shown-question.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { passageQuestions } from "./passage-questions.ts";
import { passageQuiz } from "./passage-quiz.ts";

/** The meeting with its section; for whoever leads it, and whoever leads the group. */
async function findHandOver(db: Db, slug: string, meetingId: number, viewer: Member) {
  const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
  if (!group) throw new Refusal("not-found");
  const [meeting] = await db
    .select({
      id: meetings.id,
      title: meetings.title,
      startsAt: meetings.startsAt,
      leadReaderId: meetings.leadReaderId,
      leader: people.name,
      section: planSections,
    })
    .from(meetings)
    .leftJoin(planSections, eq(planSections.id, meetings.sectionId))
    .leftJoin(people, eq(people.id, meetings.leadReaderId))
    .where(and(eq(meetings.id, meetingId), eq(meetings.groupId, group.id)));
  const isOwn = meeting?.leadReaderId === viewer.personId && can.joinIn(viewer, group);
  if (!meeting || !(isOwn || can.leadGroup(viewer, group))) throw new Refusal("not-found");
  return { group, meeting };
}

/** The published wording of the section's text, when the viewer may read it. */
async function findWording(db: Db, materialId: number, viewer: Member) {
  const [found] = await db
    .select({ slug: materials.slug, version: materialVersions })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(and(eq(materials.id, materialId), visibleTo(viewer)));
  return found;
}

/**
 * What the lead reader is handed over (B12): the section, the questions readers left open in it, three prompts, and a quiz of five
 * published questions that stand in the text or rest on it. No key and no explanation leaves with it.
 */
export const getKit = query({
  at: "GET /api/groups/:slug/meetings/:id/kit",
  input: z.strictObject({ slug: groupSlug, id: idSchema }),
  output: z.object({
    ...{ title: z.string(), startsAt: z.date(), leader: z.string().nullable() },
    section: z.object({ title: z.string(), pages: z.string(), fromBlock: z.string(), toBlock: z.string() }).nullable(),
    material: z.object({ slug: z.string(), title: z.string() }).nullable(),
    headings: z.array(z.string()),
    questions: z.array(
      z.object({ id: z.number(), body: z.string(), quote: z.string(), name: z.string(), votes: z.number(), createdAt: z.date() }),
    ),
    prompts: z.array(z.object({ kind: z.enum(["gist", "relate", "question", "practice"]), about: z.string(), other: z.string() })),
    quiz: z.array(z.object({ questionId: z.number(), kind: z.string(), body: shownBodySchema })),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { slug, id }, { viewer, now }) {
    const { group, meeting } = await findHandOver(db, slug, id, viewer);
    const { section } = meeting;
    const wording = section?.materialId ? await findWording(db, section.materialId, viewer) : undefined;
    const stretch = wording && section ? stretchOf(blocksOf(wording.version), section) : [];
    const materialId = section?.materialId;
    const blocks = section?.fromBlock ? new Set(stretch.map((block) => block.id)) : null;
    const passage = wording && materialId ? { materialId, versionId: wording.version.id, blocks } : undefined;
    const questions = passage ? await passageQuestions(db, { ...passage, groupId: group.id }, viewer) : [];
    const quiz = passage
      ? await passageQuiz(db, { ...passage, branchPath: group.path, seed: String(meeting.id), personId: viewer.personId, now })
      : [];
    const headings = stretch.filter(({ kind }) => kind === "heading").map(({ text }) => text);
    const title = section?.title ?? meeting.title;
    return {
      ...{ title: meeting.title, startsAt: meeting.startsAt, leader: meeting.leader },
      section: section && { title, pages: section.pages, fromBlock: section.fromBlock, toBlock: section.toBlock },
      material: wording ? { slug: wording.slug, title: wording.version.title } : null,
      headings,
      questions,
      prompts: promptsOf({ title, headings, questions: questions.map(({ body }) => body) }),
      quiz: quiz.map((one) => ({ questionId: one.questionId, kind: one.kind, body: ownBody(viewer.personId, one) })),
    };
  },
});
