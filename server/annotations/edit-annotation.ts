import { eq } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import { blankable } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { annotationId, noteSchema } from "./annotation-fields.ts";
import { lockLiveAnnotation } from "./visible-annotations.ts";

/** Rewrites the words of one's own annotation; where it stands and who sees it stay. */
export const editAnnotation = command({
  at: "POST /api/annotations/:id/edit",
  input: z.strictObject({ ...annotationId, body: blankable(noteSchema) }),
  output: z.object({ id: z.number(), editedAt: z.date() }),
  refusals: ["body-missing"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockLiveAnnotation(tx, id, viewer),
  may: can.editAnnotation,
  async run(tx, { id, kind }, { body = "" }, { now }) {
    if (kind === "note" && body === "") throw fieldRefusal("body", "body-missing");
    await tx.update(annotations).set({ body, editedAt: now }).where(eq(annotations.id, id));
    return { id, editedAt: now };
  },
});
