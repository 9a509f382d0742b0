import { z } from "zod";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { cardFor, cardSchema } from "./card-schema.ts";
import { reviewedToday, reviewSettingsOf } from "./daily-queue.ts";
import { dueCardsOf } from "./review-cards-of.ts";

/** Today's review: what is due, least remembered first, as many as the day's measure still leaves. It never tells more than the measure. */
export const listReview = query({
  at: "GET /api/review",
  input: z.strictObject({}),
  output: z.object({ cards: z.array(cardSchema), done: z.number(), dailyCap: z.number(), examOn: z.string().nullable() }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const { personId } = viewer;
    const { dailyCap, examOn } = await reviewSettingsOf(db, personId);
    const done = await reviewedToday(db, personId, now);
    const left = Math.max(0, dailyCap - done);
    const rows = left === 0 ? [] : await dueCardsOf(db, viewer, now, left);
    return { cards: rows.map((row) => cardFor(personId, row)), done: Math.min(done, dailyCap), dailyCap, examOn };
  },
});
