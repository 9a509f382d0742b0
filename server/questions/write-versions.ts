import { inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { stemKey } from "#domain/questions/normalise.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { contentHashOf } from "#server/content/content-hash.ts";

/** What an author writes: one wording of a question with its key, and where its answer stands. */
export type QuestionContent = Readonly<{
  body: QuestionBody;
  key: QuestionKey;
  explanation: string;
  category: string;
  difficulty: number;
  tags: readonly string[];
  materialId: number | null;
  passage: string;
  /** A name for editors, as files give one. */
  title?: string;
  /** Where the answer stands, in words, when no text of the library has it. */
  source?: string;
}>;

export type VersionDraft = Readonly<{ questionId: number; number: number; content: QuestionContent }>;

const AT_ONCE = 500;

/** Hash of what everybody may see of a question; the key stays out (contentHashOf says why). */
export function questionHashOf({ body, category, difficulty, tags }: QuestionContent): string {
  return contentHashOf({ body, category, difficulty, tags });
}

const versionRow = ({ questionId, number, content }: VersionDraft, createdBy: number | null, createdAt: Date) => ({
  questionId,
  number,
  kind: content.body.kind,
  body: content.body,
  title: content.title ?? "",
  stem: content.body.stem,
  stemKey: stemKey(content.body.stem),
  category: content.category,
  difficulty: content.difficulty,
  tags: [...content.tags],
  contentHash: questionHashOf(content),
  createdBy,
  createdAt,
});

/**
 * Writes versions with their keys and makes each its question's latest; nothing is published by it. One version a question.
 * Returns version ids by question id. The database refuses a number that is taken.
 */
export async function writeVersions(
  tx: Db | Tx,
  drafts: readonly VersionDraft[],
  { createdBy, now }: { createdBy: number | null; now: Date },
): Promise<Map<number, number>> {
  const ids = new Map<number, number>();
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const part = drafts.slice(from, from + AT_ONCE);
    const made = await tx
      .insert(questionVersions)
      .values(part.map((draft) => versionRow(draft, createdBy, now)))
      .returning({ id: questionVersions.id, questionId: questionVersions.questionId });
    for (const { id, questionId } of made) ids.set(questionId, id);
    await tx.insert(questionKeys).values(
      part.map(({ questionId, content: { key, explanation, materialId, passage, source = "" } }) => ({
        versionId: ids.get(questionId) as number,
        key,
        explanation,
        materialId,
        passage,
        source,
      })),
    );
    const newest = made.map(({ id }) => id);
    await tx
      .update(questions)
      .set({
        latestVersionId: sql`(select v.id from question_versions v where v.question_id = ${questions.id} and ${inArray(sql`v.id`, newest)})`,
      })
      .where(
        inArray(
          questions.id,
          part.map(({ questionId }) => questionId),
        ),
      );
  }
  return ids;
}
