import { eq } from "drizzle-orm";
import { z } from "zod";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { completeByContribution } from "#server/materials/complete-by-contribution.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

/** Hands a piece in: from then on it is as it is, and the author's branch reads it. It ends the task it was written for. */
export const handInReflection = command({
  at: "POST /api/reflections/:id/hand-in",
  input: z.strictObject({ ...reflectionId, revision: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.number(), handedInAt: z.date() }),
  refusals: ["reflection-changed", "title-missing", "body-missing"],
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.editReflection,
  async run(tx, piece, { revision }, { viewer: { personId, branchId }, now }) {
    const { id, itemId, materialId } = piece;
    if (piece.handedInAt) return { id, handedInAt: piece.handedInAt };
    if (piece.revision !== revision) throw new Refusal("reflection-changed", { revision: piece.revision });
    if (piece.title === "") throw fieldRefusal("title", "title-missing");
    if (piece.characters === 0) throw fieldRefusal("body", "body-missing");
    await tx.update(reflections).set({ handedInAt: now, branchId }).where(eq(reflections.id, id));
    if (itemId !== null) await recordOutcome(tx, { personId, kind: "reflection", subjectId: itemId, completedAt: now, now });
    if (materialId !== null) await completeByContribution(tx, { personId, materialId, now });
    return { id, handedInAt: now };
  },
});
