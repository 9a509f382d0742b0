import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { answers } from "#db/schema/attempts.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { sectionSizes } from "#domain/papers/draw-sections.ts";
import { presentationOf, shownBody } from "#domain/papers/presentation.ts";
import type { Section } from "#domain/papers/sections.ts";
import { shownResponse } from "#domain/papers/shown-response.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { shownBodySchema } from "./shown-body-schema.ts";

/** What a paper's presentation depends on. */
export type ShownPaper = Readonly<{
  id: number;
  seed: string;
  versionIds: readonly number[];
  worths: readonly number[];
  rules: Readonly<{ shuffleOptions: boolean }>;
  sections?: readonly Section[] | null;
}>;

/** One slot of a paper as its person sees it. */
export const itemSchema = z.object({
  slot: z.number(),
  worth: z.number(),
  body: shownBodySchema,
  response: responseSchema,
  seq: z.number(),
  /** The part of the paper it stands in, when the paper has parts. */
  section: z.string().optional(),
});

/** The items of a paper as this person sees them, with what was saved. The one serialiser of everything sent before reveal. */
export async function itemsOf(db: Db, attempt: ShownPaper) {
  const versions = await db
    .select({ id: questionVersions.id, body: questionVersions.body })
    .from(questionVersions)
    .where(inArray(questionVersions.id, [...attempt.versionIds]));
  const bodies = new Map(versions.map(({ id, body }) => [id, body]));
  const saved = await db
    .select({ slot: answers.slot, response: answers.response, seq: answers.seq })
    .from(answers)
    .where(eq(answers.attemptId, attempt.id));
  const titles = (attempt.sections ?? []).flatMap(({ title }, at) =>
    Array<string>(sectionSizes(attempt.sections ?? [])[at] ?? 0).fill(title),
  );
  const bySlot = new Map(saved.map((row) => [row.slot, row]));
  return attempt.versionIds.map((versionId, slot) => {
    const body = bodies.get(versionId);
    if (!body) throw new Error(`question version ${versionId} of attempt ${attempt.id} is gone`);
    const presentation = presentationOf(body, attempt.seed, slot, attempt.rules.shuffleOptions);
    const row = bySlot.get(slot);
    return {
      slot,
      worth: attempt.worths[slot] ?? 0,
      body: shownBody(body, presentation),
      response: row?.response ? shownResponse(row.response, presentation, body) : null,
      seq: row?.seq ?? 0,
      ...(titles[slot] !== undefined && { section: titles[slot] }),
    };
  });
}
