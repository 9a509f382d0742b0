import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { stemKey } from "#domain/questions/normalise.ts";
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

/** What was sent, as a version keeps it. Refuses a text or a passage that is not there. */
export async function contentOfInput(tx: Tx, fields: Fields, viewer: Member): Promise<QuestionContent> {
  const { body, key, explanation, category, difficulty, tags, material, passage } = fields;
  if (material === undefined && passage !== undefined) throw fieldRefusal("material", "no-such-material");
  const materialId = material === undefined ? null : await materialOf(tx, material, passage, viewer);
  return { body, key, explanation, category, difficulty, tags, materialId, passage: passage ?? "" };
}

/** Refuses a stem that another question asks already, in its newest or its published version, and names that question. */
export async function refuseSameStem(tx: Tx, stem: string, exceptId = 0): Promise<void> {
  // Two who hand in the same stem at once take turns; the second sees the first's.
  await takeLock(tx, "bank");
  const [same] = await tx
    .select({ id: questions.id, stem: questionVersions.stem })
    .from(questionVersions)
    .innerJoin(questions, or(eq(questions.latestVersionId, questionVersions.id), eq(questions.publishedVersionId, questionVersions.id)))
    .where(and(eq(questionVersions.stemKey, stemKey(stem)), ne(questions.state, "retired"), ne(questions.id, exceptId)))
    .limit(1);
  if (same) throw new Refusal("already-asked", { id: same.id, stem: same.stem.slice(0, 120), field: "body.stem" });
}
