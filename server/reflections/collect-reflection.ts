import { eq } from "drizzle-orm";
import { z } from "zod";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

/** Takes a piece into the unit's collection, or out of it. */
export const collectReflection = command({
  at: "POST /api/reflections/:id/collect",
  input: z.strictObject({ ...reflectionId, on: flagSchema }),
  output: z.object({ on: z.boolean() }),
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.overseeReflection,
  async run(tx, { id, branchId, collectedAt }, { on }, context) {
    if ((collectedAt !== null) === on) return { on };
    const { viewer, now } = context;
    const set = on ? { collectedAt: now, collectedBy: viewer.personId } : { collectedAt: null, collectedBy: null };
    await tx.update(reflections).set(set).where(eq(reflections.id, id));
    await writeAudit(tx, {
      context,
      action: on ? "reflection.collect" : "reflection.uncollect",
      object: "reflection",
      objectId: id,
      branchId,
    });
    return { on };
  },
});
