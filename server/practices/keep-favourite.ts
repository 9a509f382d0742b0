import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { favourites } from "#db/schema/practices.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { command } from "#server/verb.ts";
import { mayPractiseNow } from "./practice-bank.ts";

/** Stars a question, with a note of one's own, or takes the star away. A starred question comes in the review, from now on. */
export const keepFavourite = command({
  at: "POST /api/favourites/:questionId",
  input: z.strictObject({ questionId: idSchema, keeps: flagSchema.default(true), note: freeText(1_000) }),
  output: z.object({ questionId: z.number(), keeps: z.boolean() }),
  door: "play",
  load: async (tx, { questionId }, { viewer, now }) => ((await mayPractiseNow(tx, viewer, questionId, now)) ? { questionId } : undefined),
  may: can.beSignedIn,
  async run(tx, _subject, { questionId, keeps, note }, { viewer: { personId }, now }) {
    const isIt = and(eq(favourites.personId, personId), eq(favourites.questionId, questionId));
    if (!keeps) {
      await tx.delete(favourites).where(isIt);
      return { questionId, keeps };
    }
    await tx
      .insert(favourites)
      .values({ personId, questionId, note, keptAt: now })
      .onConflictDoUpdate({ target: [favourites.personId, favourites.questionId], set: { note } });
    await tx
      .insert(reviewCards)
      .values({ personId, questionId, cause: "star", wrongCount: 0, createdAt: now })
      .onConflictDoUpdate({
        target: [reviewCards.personId, reviewCards.questionId],
        set: { removedAt: null, removedBy: null },
        setWhere: sql`${reviewCards.removedAt} is not null`,
      });
    return { questionId, keeps };
  },
});
