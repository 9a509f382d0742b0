import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { QUESTION_KINDS, type QuestionBody, type QuestionKey } from "#domain/questions/question.ts";
import type { AnswerCounts } from "#domain/statistics/answer-counts.ts";
import { ENOUGH_ATTEMPTS, ITEM_FLAGS, itemFlagsOf } from "#domain/statistics/item-statistics.ts";

const figure = z.number().nullable();
const answerCountsSchema = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("options"),
    omitted: z.number(),
    options: z.array(z.object({ text: z.string(), count: z.number(), isKey: z.boolean() })),
  }),
  z.object({ form: z.literal("truth"), omitted: z.number(), yes: z.number(), no: z.number(), key: z.boolean().nullable() }),
  z.object({
    form: z.literal("texts"),
    omitted: z.number(),
    texts: z.array(z.object({ text: z.string(), count: z.number(), share: z.number() })),
    others: z.number(),
  }),
  z.object({ form: z.literal("marks"), omitted: z.number(), right: z.number(), partly: z.number(), wrong: z.number() }),
]);

/** D8's figures of one wording. Of too few attempts only how many there are is told (`isEnough`). */
export const itemLineSchema = z.object({
  versionId: z.number(),
  questionId: z.number(),
  number: z.number(),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  attempts: z.number(),
  isEnough: z.boolean(),
  facility: figure,
  deviation: figure,
  discrimination: figure,
  efficiency: figure,
  effectiveWeight: figure,
  guess: figure,
  medianMs: figure,
  flags: z.array(z.enum(ITEM_FLAGS)),
  answers: answerCountsSchema.nullable(),
  /** Where to read what answers it. */
  passage: z.object({ slug: z.string(), title: z.string(), paragraph: z.string() }).nullable(),
});
export type ItemLine = z.output<typeof itemLineSchema>;

type Row = {
  version_id: string;
  question_id: string;
  number: number;
  kind: ItemLine["kind"];
  stem: string;
  body: QuestionBody;
  key: QuestionKey;
  attempts: number;
  facility: number | null;
  deviation: number | null;
  discrimination: number | null;
  efficiency: number | null;
  effective_weight: number | null;
  guess: number | null;
  median_ms: number | null;
  answers: AnswerCounts;
  slug: string | null;
  title: string | null;
  passage: string;
};

function answersOf({ answers, body, key }: Row): ItemLine["answers"] {
  if (answers.form === "truth") return { ...answers, key: key.kind === "truefalse" ? key.correct : null };
  if (answers.form !== "options")
    return { ...answers, ...(answers.form === "texts" && { texts: [...answers.texts] }) } as ItemLine["answers"];
  const { counts, omitted } = answers;
  const options = "options" in body ? body.options : [];
  const right = "correct" in key ? [key.correct].flat() : [];
  return {
    form: "options",
    omitted,
    options: options.map(({ text }, place) => ({ text, count: counts[place] ?? 0, isKey: right.includes(place) })),
  };
}

function lineOf(row: Row): ItemLine {
  const { number, kind, stem, attempts } = row;
  const isEnough = attempts >= ENOUGH_ATTEMPTS;
  const said = <T>(value: T): T | null => (isEnough ? value : null);
  const { facility, discrimination, efficiency } = row;
  return {
    ...{ versionId: Number(row.version_id), questionId: Number(row.question_id), number, kind, stem, attempts, isEnough },
    facility: said(facility),
    deviation: said(row.deviation),
    discrimination: said(discrimination),
    efficiency: said(efficiency),
    effectiveWeight: said(row.effective_weight),
    guess: row.guess,
    medianMs: said(row.median_ms),
    flags: itemFlagsOf({ attempts, facility, discrimination, efficiency }),
    answers: said(answersOf(row)),
    passage: row.slug && row.title ? { slug: row.slug, title: row.title, paragraph: row.passage } : null,
  };
}

/** Figures as they were last reckoned, of those rows of item_statistics `s` that `where` names. */
export async function listItemLines(db: Db | Tx, where: SQL): Promise<ItemLine[]> {
  const { rows } = await db.execute<Row>(sql`
    select s.version_id, v.question_id, v.number, v.kind, v.stem, v.body, k.key, s.attempts, s.facility, s.deviation, s.discrimination,
      s.efficiency, s.effective_weight, s.guess, s.median_ms, s.answers, m.slug, mv.title, k.passage
    from item_statistics s join question_versions v on v.id = s.version_id join question_keys k on k.version_id = v.id
      left join materials m on m.id = k.material_id left join material_versions mv on mv.id = m.published_version_id
    where ${where} order by s.version_id`);
  return rows.map(lineOf);
}
