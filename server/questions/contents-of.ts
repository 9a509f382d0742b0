import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { fileParts, files } from "#db/schema/files.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import type { EmbeddedMedium, QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import type { Medium, QuestionBody } from "#domain/questions/question.ts";
import { withoutMedia } from "#domain/questions/without-media.ts";

const AT_ONCE = 1_000;

/** A question of the bank as files hold it, and its number there. */
export type BankContent = Readonly<{ id: number; content: QuestionDraftContent }>;

type Shown = Readonly<{ medium: Medium; part: number | null }>;

const mediaOf = (body: QuestionBody): Shown[] => [
  ...(body.media ?? []).map((medium) => ({ medium, part: null })),
  ...(body.kind === "group" ? body.parts.flatMap(({ media = [] }, part) => media.map((medium) => ({ medium, part }))) : []),
];

async function bytesOf(db: Db, questionId: number, file: number): Promise<{ name: string; bytes: Uint8Array } | null> {
  const parts = await db
    .select({ name: files.name, bytes: fileParts.bytes })
    .from(files)
    .innerJoin(fileParts, eq(fileParts.fileId, files.id))
    .where(and(eq(files.id, file), eq(files.questionId, questionId)))
    .orderBy(fileParts.part);
  const [first] = parts;
  return first ? { name: first.name, bytes: new Uint8Array(Buffer.concat(parts.map(({ bytes }) => bytes))) } : null;
}

async function embedded(db: Db, questionId: number, body: QuestionBody): Promise<EmbeddedMedium[]> {
  const found: EmbeddedMedium[] = [];
  for (const { medium, part } of mediaOf(body)) {
    const file = await bytesOf(db, questionId, medium.file);
    if (file) found.push({ ...file, type: medium.type, alt: medium.alt, part });
  }
  return found;
}

/** The latest wording of questions with its key, newest first, as files of questions hold it: pictures and sounds by their bytes. */
export async function contentsOf(db: Db, ids: readonly number[]): Promise<BankContent[]> {
  const { body, title, category, difficulty, tags } = questionVersions;
  const { key, explanation, source } = questionKeys;
  const found: BankContent[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await db
      .select({ id: questions.id, body, key, explanation, title, category, difficulty, tags, source, material: materialVersions.title })
      .from(questions)
      .innerJoin(questionVersions, eq(questionVersions.id, questions.latestVersionId))
      .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
      .leftJoin(materials, eq(materials.id, questionKeys.materialId))
      .leftJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
      .where(inArray(questions.id, ids.slice(from, from + AT_ONCE)))
      .orderBy(desc(questions.id));
    for (const { id, material, body: whole, ...row } of rows) {
      // A text of the library is named in words: files know no texts.
      const where = row.source || (material === null ? "" : `《${material}》`);
      const media = await embedded(db, id, whole);
      found.push({ id, content: { ...row, body: withoutMedia(whole), source: where, worth: null, media } });
    }
  }
  return found;
}
