import { z } from "zod";
import { REVIEW_CAUSES } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { reviewDayOf } from "#domain/reviews/review-day.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { query } from "#server/verb.ts";
import { answeredAtOf, reviewCardsOf } from "./review-cards-of.ts";
import { ownBody } from "./shown-question.ts";

const PAGE = 50;

const card = z.object({
  questionId: z.number(),
  version: z.number(),
  body: shownBodySchema,
  cause: z.enum(REVIEW_CAUSES),
  wrongCount: z.number(),
  rightSince: z.number(),
  wrongAt: z.date(),
  answeredAt: z.date(),
  /** Answered right today already: a second right answer counts from tomorrow on. */
  isDoneToday: z.boolean(),
  passage: z.object({ slug: z.string(), title: z.string(), titleEn: z.string(), paragraph: z.string() }).nullable(),
});

/** The own wrong-book: what was answered wrong and has not been right on two days since. Fifty at a time; those not answered today first. */
export const listReview = query({
  at: "GET /api/review",
  input: z.strictObject({}),
  output: z.object({ cards: z.array(card), total: z.number() }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const rows = await reviewCardsOf(db, viewer);
    const cards = rows.map(({ slug, title, titleEn, paragraph, mayRead, ...row }) => ({
      ...row,
      version: row.id,
      body: ownBody(viewer.personId, row),
      answeredAt: answeredAtOf(row),
      isDoneToday: row.rightAt !== null && row.rightAt > row.wrongAt && reviewDayOf(row.rightAt) === reviewDayOf(now),
      passage: mayRead && slug !== null && title !== null ? { slug, title, titleEn: titleEn ?? "", paragraph } : null,
    }));
    const waiting = cards.filter(({ isDoneToday }) => !isDoneToday);
    return { cards: [...waiting, ...cards.filter(({ isDoneToday }) => isDoneToday)].slice(0, PAGE), total: cards.length };
  },
});
