import { eq } from "drizzle-orm";
import { z } from "zod";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

/** Recommends a piece to the author's branch, or takes that back. */
export const recommendReflection = command({
  at: "POST /api/reflections/:id/recommend",
  input: z.strictObject({ ...reflectionId, on: flagSchema }),
  output: z.object({ on: z.boolean() }),
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.overseeReflection,
  async run(tx, { id, branchId, recommendedAt }, { on }, context) {
    if ((recommendedAt !== null) === on) return { on };
    const { viewer, now } = context;
    const set = on ? { recommendedAt: now, recommendedBy: viewer.personId } : { recommendedAt: null, recommendedBy: null };
    await tx.update(reflections).set(set).where(eq(reflections.id, id));
    await writeAudit(tx, {
      context,
      action: on ? "reflection.recommend" : "reflection.unrecommend",
      object: "reflection",
      objectId: id,
      branchId,
    });
    return { on };
  },
});
