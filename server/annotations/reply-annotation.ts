import { z } from "zod";
import { annotationReplies } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import { command } from "#server/verb.ts";
import { annotationId, noteSchema } from "./annotation-fields.ts";
import { limitADay } from "./limit-a-day.ts";
import { lockLiveAnnotation } from "./visible-annotations.ts";

/** Answers an annotation. Whoever sees it may. */
export const replyAnnotation = command({
  at: "POST /api/annotations/:id/replies",
  input: z.strictObject({ ...annotationId, body: noteSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["too-many"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockLiveAnnotation(tx, id, viewer),
  may: can.seeAnnotation,
  async run(tx, { id: annotationOf }, { body }, { viewer: { personId }, now }) {
    await limitADay(tx, personId, now);
    const [made] = await tx
      .insert(annotationReplies)
      .values({ annotationId: annotationOf, personId, body, createdAt: now })
      .returning({ id: annotationReplies.id });
    return { id: made?.id ?? 0 };
  },
});
