import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { reflectionComments, reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { reflectionId } from "./reflection-fields.ts";
import { takeBackOutcomes } from "./take-back-outcomes.ts";
import { lockReflection } from "./visible-reflections.ts";

/**
 * Takes a piece back into drafts, as long as nobody has commented on it, recommended or collected it. What it completed, and what rested
 * on nothing else, is open again.
 */
export const withdrawReflection = command({
  at: "POST /api/reflections/:id/withdraw",
  input: z.strictObject(reflectionId),
  output: z.object({ id: z.number() }),
  refusals: ["already-commented", "already-recommended"],
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.editReflection,
  async run(tx, { id, itemId, materialId, handedInAt, recommendedAt, collectedAt }, _input, { viewer: { personId }, now }) {
    if (!handedInAt) return { id };
    if (recommendedAt || collectedAt) throw new Refusal("already-recommended");
    const comments = and(eq(reflectionComments.reflectionId, id), isNull(reflectionComments.deletedAt));
    if ((await tx.$count(reflectionComments, comments)) > 0) throw new Refusal("already-commented");
    await tx.update(reflections).set({ handedInAt: null }).where(eq(reflections.id, id));
    await takeBackOutcomes(tx, { personId, itemId, materialId, handedInAt, now });
    return { id };
  },
});
