import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { favourites } from "#db/schema/practices.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import type { Member } from "#domain/people/viewer.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";
import { keptQuestionIds } from "#server/reviews/kept-for-contests.ts";
import { ownBody } from "#server/reviews/shown-question.ts";

/** A question of a run as its owner sees it: without the key, with where the answer can be read. */
export const practiceQuestionSchema = z.object({
  slot: z.number(),
  questionId: z.number(),
  version: z.number(),
  body: shownBodySchema,
  isStarred: z.boolean(),
  /** What the person wrote beside the star; nobody else reads it. */
  note: z.string(),
  passage: z.object({ slug: z.string(), title: z.string(), titleEn: z.string(), paragraph: z.string() }).nullable(),
});

/**
 * The wordings of a run, with key and passage, by number. `isOpen`: still to be practised; a contest may have been announced, or the
 * question retired, since they were drawn. The judge's door.
 */
export async function keyedVersions(db: Db | Tx, viewer: Member, versionIds: readonly number[], now: Date) {
  const rows = await db
    .select({
      id: questionVersions.id,
      questionId: questionVersions.questionId,
      body: questionVersions.body,
      key: questionKeys.key,
      explanation: questionKeys.explanation,
      paragraph: questionKeys.passage,
      slug: materials.slug,
      title: materialVersions.title,
      titleEn: materialVersions.titleEn,
      mayRead: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
      isStarred: sql<boolean>`${favourites.personId} is not null`,
      note: sql<string>`coalesce(${favourites.note}, '')`,
      isOpen: sql<boolean>`${questions.state} <> 'retired' and ${questions.id} not in ${keptQuestionIds(now)} and not exists (
        select 1 from attempts t where t.person_id = ${viewer.personId} and t.state = 'in_progress' and t.entry_id is not null
        and t.version_ids && array(select w.id from question_versions w where w.question_id = ${questions.id}))`,
    })
    .from(questionVersions)
    .innerJoin(questions, eq(questions.id, questionVersions.questionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .leftJoin(materials, eq(materials.id, questionKeys.materialId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .leftJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .leftJoin(favourites, and(eq(favourites.questionId, questions.id), eq(favourites.personId, viewer.personId)))
    .where(inArray(questionVersions.id, [...versionIds]));
  return new Map(rows.map((row) => [row.id, row]));
}
export type KeyedVersion = Awaited<ReturnType<typeof keyedVersions>> extends Map<number, infer Row> ? Row : never;

/** What of it may be shown before the answer. */
export function practiceQuestion(personId: number, slot: number, row: KeyedVersion): z.input<typeof practiceQuestionSchema> {
  const { id, questionId, isStarred, note, mayRead, slug, title, titleEn, paragraph } = row;
  const passage = mayRead && slug !== null && title !== null ? { slug, title, titleEn: titleEn ?? "", paragraph } : null;
  return { slot, questionId, version: id, body: ownBody(personId, row), isStarred, note, passage };
}
