import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { reviewCards } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

/** Takes a card out of the own wrong-book by hand, or (`back`) puts it back as it was. A wrong answer anywhere brings it back, too. */
export const removeCard = command({
  at: "POST /api/review/:questionId/remove",
  input: z.strictObject({ questionId: idSchema, back: flagSchema.default(false) }),
  output: z.object({ questionId: z.number(), removedAt: z.date().nullable() }),
  door: "play",
  load: async (tx, { questionId }, { viewer }) => {
    const [card] = await tx
      .select({ personId: reviewCards.personId, removedAt: reviewCards.removedAt })
      .from(reviewCards)
      .where(and(eq(reviewCards.personId, viewer.personId), eq(reviewCards.questionId, questionId)))
      .for("update");
    return card;
  },
  may: can.beSignedIn,
  async run(tx, card, { questionId, back }, { viewer, now }) {
    const isOut = card.removedAt !== null;
    // Asked again, it is told how the card stands.
    if (isOut !== back) return { questionId, removedAt: card.removedAt };
    const removedAt = back ? null : now;
    await tx
      .update(reviewCards)
      .set({ removedAt, removedBy: back ? null : "hand" })
      .where(and(eq(reviewCards.personId, viewer.personId), eq(reviewCards.questionId, questionId)));
    return { questionId, removedAt };
  },
});
