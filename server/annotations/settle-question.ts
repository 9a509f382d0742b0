import { eq } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { annotationId } from "./annotation-fields.ts";
import { lockLiveAnnotation } from "./visible-annotations.ts";

/** Says that a question is answered, or that it is open again: who asked it, or an office holder over the branch. */
export const settleQuestion = command({
  at: "POST /api/annotations/:id/settle",
  input: z.strictObject({ ...annotationId, on: flagSchema }),
  output: z.object({ settledAt: z.date().nullable() }),
  refusals: ["not-a-question"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockLiveAnnotation(tx, id, viewer),
  may: can.settleAnnotation,
  async run(tx, { id, kind, settledAt: before }, { on }, { now }) {
    if (kind !== "question") throw new Refusal("not-a-question");
    const settledAt = on ? (before ?? now) : null;
    await tx.update(annotations).set({ settledAt }).where(eq(annotations.id, id));
    return { settledAt };
  },
});
