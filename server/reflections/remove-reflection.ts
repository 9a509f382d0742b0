import { eq } from "drizzle-orm";
import { z } from "zod";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

/** Throws a draft away. What was handed in is withdrawn first. */
export const removeReflection = command({
  at: "POST /api/reflections/:id/remove",
  input: z.strictObject(reflectionId),
  output: z.object({ id: z.number() }),
  refusals: ["already-handed-in"],
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.editReflection,
  async run(tx, { id, handedInAt }, _input, { now }) {
    if (handedInAt) throw new Refusal("already-handed-in");
    await tx.update(reflections).set({ deletedAt: now }).where(eq(reflections.id, id));
    return { id };
  },
});
