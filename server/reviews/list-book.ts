import { z } from "zod";
import { can } from "#domain/access.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { cardFor, cardSchema } from "./card-schema.ts";
import { bookOf } from "./review-cards-of.ts";

const PAGE = 20;

/** The own wrong-book, all that is in it, what comes next first. It is not counted: a heap tells nobody what to do today. */
export const listBook = query({
  at: "GET /api/review/book",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({ cards: z.array(cardSchema), page: z.number(), hasNext: z.boolean() }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { page }, { viewer, now }) {
    const rows = await bookOf(db, viewer, now, page, PAGE);
    return { cards: rows.slice(0, PAGE).map((row) => cardFor(viewer.personId, row)), page, hasNext: rows.length > PAGE };
  },
});
