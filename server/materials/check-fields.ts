import { and, asc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { materialChecks } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { placeIn } from "#domain/materials/carry-places.ts";
import type { Member } from "#domain/people/viewer.ts";
import { idSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import type { Block } from "./hast-schema.ts";
import { renderBlocks } from "./render-markdown.ts";
import type { Check } from "./write-version.ts";

const MOST = 12;
const parsed = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  if (value === "") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** The questions that stand in a text, in order; a form sends them as JSON. Left out: those of the wording before are carried over. */
export const checksSchema = z.preprocess(
  parsed,
  z
    .array(
      z.strictObject({
        questionId: idSchema,
        after: z.union([z.literal(""), z.string().regex(/^p[1-9]\d{0,4}$/, { message: "paragraph" })]).default(""),
        /** The paragraph's words when it was chosen: it is found again when paragraphs before it came or went. */
        words: z.string().max(20_000).optional(),
      }),
    )
    .max(MOST)
    .optional(),
);
type Wanted = z.output<typeof checksSchema>;

/** The checks of a wording with the paragraphs they stand after. */
export async function checksOf(db: Db | Tx, version: { id: number; body: string }): Promise<NonNullable<Wanted>> {
  const { questionId, after } = materialChecks;
  const rows = await db
    .select({ questionId, after })
    .from(materialChecks)
    .where(eq(materialChecks.versionId, version.id))
    .orderBy(asc(materialChecks.place));
  if (rows.length === 0) return [];
  const words = new Map(renderBlocks(version.body).map(({ id, text }) => [id, text]));
  return rows.map((row) => ({ ...row, words: words.get(row.after) }));
}

async function refuseUnknown(tx: Tx, ids: readonly number[], viewer: Member): Promise<void> {
  if (new Set(ids).size !== ids.length) throw fieldRefusal("checks", "check-twice");
  const rows = await tx
    .select({ id: questions.id, path: branches.path })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .leftJoin(branches, eq(branches.id, questions.branchId))
    .where(and(inArray(questions.id, [...ids]), ne(questions.state, "retired"), isNotNull(questions.publishedVersionId)));
  const known = new Set(rows.filter((row) => can.seeQuestion(viewer, row)).map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) throw fieldRefusal("checks", "check-unknown");
}

/**
 * The checks as a wording keeps them: each after the paragraph it was chosen for, wherever that stands now. `lost` counts those whose
 * paragraph is gone: they stand at the end. Refuses `check-twice` and `check-unknown` (not published, or not the viewer's to see); questions
 * that `held` names were there before and may stay whatever became of them.
 */
export async function placeChecks(
  tx: Tx,
  {
    wanted,
    held = [],
    blocks,
    viewer,
  }: { wanted: NonNullable<Wanted>; held?: readonly number[]; blocks: readonly Block[]; viewer: Member },
): Promise<{ checks: Check[]; lost: number }> {
  const fresh = wanted.map(({ questionId }) => questionId);
  if (fresh.length > 0)
    await refuseUnknown(tx, fresh.length === new Set(fresh).size ? fresh.filter((id) => !held.includes(id)) : fresh, viewer);
  const citable = blocks.filter(({ kind }) => kind === "block");
  const checks = wanted.map((check) => ({ questionId: check.questionId, after: placeIn(citable, check) }));
  return { checks, lost: checks.filter(({ after }, at) => after === "" && wanted[at]?.after !== "").length };
}
