import { and, desc, eq, inArray, ne, not, or, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { stemKey } from "#domain/questions/normalise.ts";
import type { Medium, QuestionBody } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";
import { takeLock } from "#server/take-lock.ts";
import { fieldRefusal } from "#server/verb.ts";
import type { questionFields } from "./question-fields.ts";
import type { QuestionContent } from "./write-versions.ts";

type Fields = z.output<z.ZodObject<typeof questionFields>>;

/** The number of the text that answers, when the author may use it and it has the block. */
async function materialOf(tx: Tx, slug: string, passage: string | undefined, viewer: Member): Promise<number> {
  const [found] = await tx
    .select({
      id: materials.id,
      path: branches.path,
      audienceTags: materials.audienceTags,
      version: { id: materialVersions.id, body: materialVersions.body },
    })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.materialId, materials.id))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(eq(materials.slug, slug))
    .orderBy(desc(sql`${materialVersions.id} = ${materials.publishedVersionId}`), desc(materialVersions.number))
    .limit(1);
  const readable = found && (can.editMaterial(viewer, found) || can.readMaterial(viewer, { ...found, published: true }));
  if (!found || !readable) throw fieldRefusal("material", "no-such-material");
  if (passage !== undefined && !blocksOf(found.version).some((block) => block.id === passage))
    throw fieldRefusal("passage", "no-such-passage");
  return found.id;
}

/** Every picture and sound of a question and of the questions in it. */
const mediaOf = (body: QuestionBody): readonly Medium[] => [
  ...(body.media ?? []),
  ...(body.kind === "group" ? body.parts.flatMap((part) => part.media ?? []) : []),
];

/** Refuses a file that is not this question's. */
async function refuseForeignFiles(tx: Tx, body: QuestionBody, questionId: number): Promise<void> {
  const wanted = [...new Set(mediaOf(body).map(({ file }) => file))];
  if (wanted.length === 0) return;
  const own = await tx.$count(files, and(inArray(files.id, wanted), eq(files.questionId, questionId)));
  if (own !== wanted.length) throw fieldRefusal("body.media", "no-such-file");
}

/** What was sent, as a version keeps it. Refuses a text or a passage that is not there, and files of another question. */
export async function contentOfInput(
  tx: Tx,
  fields: Fields,
  { viewer, questionId }: { viewer: Member; questionId: number },
): Promise<QuestionContent> {
  const { body, key, explanation, category, difficulty, tags, source, material, passage } = fields;
  if (material === undefined && passage !== undefined) throw fieldRefusal("material", "no-such-material");
  await refuseForeignFiles(tx, body, questionId);
  const materialId = material === undefined ? null : await materialOf(tx, material, passage, viewer);
  return {
    body,
    key,
    explanation,
    category,
    difficulty,
    tags,
    ...(source !== undefined && { source }),
    materialId,
    passage: passage ?? "",
  };
}

/** Refuses a stem that another question asks already, in its newest or its published version, and names that question. */
export async function refuseSameStem(tx: Tx, stem: string, { viewer, exceptId = 0 }: { viewer: Member; exceptId?: number }): Promise<void> {
  // Two who hand in the same stem at once take turns; the second sees the first's.
  await takeLock(tx, "bank");
  const [same] = await tx
    .select({ id: questions.id, stem: questionVersions.stem })
    .from(questionVersions)
    .innerJoin(questions, or(eq(questions.latestVersionId, questionVersions.id), eq(questions.publishedVersionId, questionVersions.id)))
    .where(
      and(
        eq(questionVersions.stemKey, stemKey(stem)),
        ne(questions.state, "retired"),
        ne(questions.id, exceptId),
        or(not(questions.isPrivate), eq(questions.createdBy, viewer.personId)),
      ),
    )
    .limit(1);
  if (same) throw new Refusal("already-asked", { id: same.id, stem: same.stem.slice(0, 120), field: "body.stem" });
}
