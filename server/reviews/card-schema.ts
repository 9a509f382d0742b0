import { z } from "zod";
import { REVIEW_CAUSES } from "#domain/reviews/causes.ts";
import { LEECH_LAPSES } from "#domain/reviews/schedule.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { answeredAtOf, passageOf, type ReviewCard } from "./review-cards-of.ts";
import { ownBody } from "./shown-question.ts";

/** A card of the wrong-book as its owner sees it: without the key, with the way to the passage. */
export const cardSchema = z.object({
  questionId: z.number(),
  version: z.number(),
  body: shownBodySchema,
  cause: z.enum(REVIEW_CAUSES),
  wrongCount: z.number(),
  wrongAt: z.date().nullable(),
  answeredAt: z.date(),
  /** Null: at once. */
  dueAt: z.date().nullable(),
  /** Forgotten so often that answering it once more does not help: read again, ask somebody. */
  isLeech: z.boolean(),
  passage: z.object({ slug: z.string(), title: z.string(), titleEn: z.string(), paragraph: z.string() }).nullable(),
});

/** The card for its owner. */
export function cardFor(personId: number, row: ReviewCard): z.input<typeof cardSchema> {
  const { questionId, id, cause, wrongCount, wrongAt, dueAt, lapses } = row;
  return {
    ...{ questionId, version: id, cause, wrongCount, wrongAt, dueAt },
    body: ownBody(personId, row),
    answeredAt: answeredAtOf(row),
    isLeech: lapses >= LEECH_LAPSES,
    passage: passageOf(row),
  };
}
