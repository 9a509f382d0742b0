import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { questionKeys, questionReviews, questions, questionVersions } from "#db/schema/questions.ts";
import { type QuestionContent, questionHashOf, writeVersions } from "#server/questions/write-versions.ts";
import { indexQuestions } from "#server/search/index-questions.ts";
import { convertedOf } from "./authored-question.ts";
import { canonicalText } from "./content-hash.ts";
import type { ContentPack } from "./content-pack.ts";
import type { LoadCounts } from "./load-content.ts";

type Written = { ref: string; content: QuestionContent };
type Hidden = Pick<QuestionContent, "key" | "explanation" | "materialId" | "passage">;

function writtenOf(pack: ContentPack, idOf: ReadonlyMap<string, number>): Written[] {
  return pack.materials.flatMap(({ slug, collection, title, tags, questions: list }) =>
    list.map((question) => {
      const ref = `${slug}/${question.id}`;
      const { difficulty, explanation, passage } = question;
      const category = `${collection}/${title}`;
      return {
        ref,
        content: { ...convertedOf(question, ref), explanation, category, difficulty, tags, materialId: idOf.get(slug) ?? null, passage },
      };
    }),
  );
}

async function listStored(tx: Tx, refs: string[]) {
  return tx
    .select({
      id: questions.id,
      ref: questions.ref,
      state: questions.state,
      number: questionVersions.number,
      hash: questionVersions.contentHash,
      author: questionVersions.createdBy,
      hidden: {
        key: questionKeys.key,
        explanation: questionKeys.explanation,
        materialId: questionKeys.materialId,
        passage: questionKeys.passage,
      },
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.latestVersionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(inArray(questions.ref, refs));
}

const hiddenText = ({ key, explanation, materialId, passage }: Hidden) => canonicalText({ key, explanation, materialId, passage });

/** The questions of a pack, published: they were reviewed where the pack was made, and the review row says so. */
export async function loadQuestions(tx: Tx, pack: ContentPack, idOf: ReadonlyMap<string, number>, now: Date): Promise<LoadCounts> {
  const counts: LoadCounts = { added: 0, changed: 0, untouched: 0, kept: 0 };
  const written = writtenOf(pack, idOf);
  const stored = new Map(
    (
      await listStored(
        tx,
        written.map(({ ref }) => ref),
      )
    ).map((row) => [row.ref, row]),
  );
  const fresh: Written[] = [];
  const drafts: { questionId: number; number: number; content: QuestionContent }[] = [];
  for (const one of written) {
    const before = stored.get(one.ref);
    if (!before) fresh.push(one);
    else if (before.hash === questionHashOf(one.content) && hiddenText(before.hidden) === hiddenText(one.content)) counts.untouched += 1;
    else if (before.author !== null || before.state === "retired") counts.kept += 1;
    else drafts.push({ questionId: before.id, number: before.number + 1, content: one.content });
  }
  counts.added = fresh.length;
  counts.changed = drafts.length;
  const ids = await addQuestions(tx, fresh, now);
  for (const { ref, content } of fresh) drafts.push({ questionId: ids.get(ref) as number, number: 1, content });
  await publish(tx, await writeVersions(tx, drafts, { createdBy: null, now }), `${pack.id} ${pack.version}: ${pack.title}`, now);
  return counts;
}

async function addQuestions(tx: Tx, fresh: readonly Written[], createdAt: Date): Promise<Map<string, number>> {
  if (fresh.length === 0) return new Map();
  const made = await tx
    .insert(questions)
    .values(fresh.map(({ ref }) => ({ ref, createdAt })))
    .returning({ id: questions.id, ref: questions.ref });
  return new Map(made.map(({ id, ref }) => [ref as string, id]));
}

async function publish(tx: Tx, versionOf: ReadonlyMap<number, number>, note: string, now: Date): Promise<void> {
  if (versionOf.size === 0) return;
  await tx
    .update(questions)
    .set({ state: "published", publishedVersionId: sql`${questions.latestVersionId}` })
    .where(inArray(questions.id, [...versionOf.keys()]));
  const reviews = [...versionOf.values()].map((versionId) => ({
    versionId,
    reviewerId: null,
    verdict: "published" as const,
    note,
    reviewedAt: now,
  }));
  await tx.insert(questionReviews).values(reviews);
  await indexQuestions(tx, [...versionOf.keys()]);
}
