import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { presentationOf, shownKey } from "#domain/papers/presentation.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import type { ShownPaper } from "./attempt-items.ts";

/** What a member is shown of a question after the rules allow it. */
export const revealSchema = z.object({
  key: questionKeySchema,
  explanation: z.string(),
  passage: z.object({ slug: z.string(), title: z.string(), paragraph: z.string() }).nullable(),
});

type RevealRow = {
  version_id: string;
  body: QuestionBody;
  key: QuestionKey;
  explanation: string;
  passage: string;
  slug: string | null;
  title: string | null;
};

/** Keys with explanations, as this person saw the questions, by slot. Whoever calls it has asked the rules first. */
export async function revealsOf(db: Db, attempt: ShownPaper) {
  const { rows } = await db.execute<RevealRow>(sql`
    select k.version_id, v.body, k.key, k.explanation, k.passage, m.slug, mv.title
    from question_keys k join question_versions v on v.id = k.version_id
    left join materials m on m.id = k.material_id left join material_versions mv on mv.id = m.published_version_id
    where k.version_id = any(${sql.param(attempt.versionIds)}::bigint[])`);
  const byVersion = new Map(rows.map((row) => [Number(row.version_id), row]));
  return attempt.versionIds.map((versionId, slot) => {
    const row = byVersion.get(versionId);
    if (!row) throw new Error(`question version ${versionId} has no key`);
    const presentation = presentationOf(row.body, attempt.seed, slot, attempt.rules.shuffleOptions);
    return {
      key: shownKey(row.key, presentation, row.body),
      explanation: row.explanation,
      passage: row.slug && row.title ? { slug: row.slug, title: row.title, paragraph: row.passage } : null,
    };
  });
}

export type Marks = { milli: number; isRight: boolean };

/** The marks of the answers that stand, by slot. */
export async function marksOf(db: Db, attemptId: number): Promise<Map<number, Marks>> {
  const { rows } = await db.execute<{ slot: number; milli: number; is_right: boolean }>(
    sql`select slot, milli, is_right from answers where attempt_id = ${attemptId}`,
  );
  return new Map(rows.map((row) => [row.slot, { milli: row.milli, isRight: row.is_right }]));
}

/** What an attempt came to. */
export async function totalsOf(db: Db, attemptId: number) {
  const { rows } = await db.execute<{ score_milli: number; right_count: number; answered: number }>(
    sql`select score_milli, right_count, answered from attempt_totals where attempt_id = ${attemptId}`,
  );
  return rows[0] ?? { score_milli: 0, right_count: 0, answered: 0 };
}
