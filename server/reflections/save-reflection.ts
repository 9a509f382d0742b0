import { eq } from "drizzle-orm";
import { z } from "zod";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { charactersOf } from "#server/materials/write-version.ts";
import { command } from "#server/verb.ts";
import { draftFields, reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

/** Keeps a draft. From an older revision it is refused, and nothing of either is lost: the newer stands, the other stays with its writer. */
export const saveReflection = command({
  at: "POST /api/reflections/:id/save",
  input: z.strictObject({ ...reflectionId, ...draftFields, revision: z.coerce.number().int().min(1) }),
  output: z.object({ revision: z.number(), savedAt: z.date(), characters: z.number() }),
  refusals: ["already-handed-in", "reflection-changed"],
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.editReflection,
  async run(tx, piece, { title, body, revision: from }, { now }) {
    if (piece.handedInAt) throw new Refusal("already-handed-in");
    const characters = charactersOf(body);
    if (piece.title === title && piece.body === body) return { revision: piece.revision, savedAt: piece.savedAt, characters };
    if (piece.revision !== from) throw new Refusal("reflection-changed", { revision: piece.revision });
    const revision = from + 1;
    await tx.update(reflections).set({ title, body, characters, revision, savedAt: now }).where(eq(reflections.id, piece.id));
    return { revision, savedAt: now, characters };
  },
});
