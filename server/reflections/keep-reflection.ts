import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { reflectionKeeps } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

/** Keeps a piece for oneself, or no longer. */
export const keepReflection = command({
  at: "POST /api/reflections/:id/keep",
  input: z.strictObject({ ...reflectionId, on: flagSchema }),
  output: z.object({ on: z.boolean() }),
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.readHandedIn,
  async run(tx, { id }, { on }, { viewer: { personId }, now }) {
    const mine = and(eq(reflectionKeeps.reflectionId, id), eq(reflectionKeeps.personId, personId));
    if (on) await tx.insert(reflectionKeeps).values({ reflectionId: id, personId, keptAt: now }).onConflictDoNothing();
    else await tx.delete(reflectionKeeps).where(mine);
    return { on };
  },
});
