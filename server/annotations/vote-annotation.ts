import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { annotationVotes } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { annotationId } from "./annotation-fields.ts";
import { lockLiveAnnotation } from "./visible-annotations.ts";

/** Says "I as well", once a person, or takes it back. */
export const voteAnnotation = command({
  at: "POST /api/annotations/:id/vote",
  input: z.strictObject({ ...annotationId, on: flagSchema }),
  output: z.object({ votes: z.number(), voted: z.boolean() }),
  door: "play",
  load: (tx, { id }, { viewer }) => lockLiveAnnotation(tx, id, viewer),
  may: can.voteAnnotation,
  async run(tx, { id }, { on }, { viewer: { personId }, now }) {
    const { annotationId: of } = annotationVotes;
    if (on) await tx.insert(annotationVotes).values({ annotationId: id, personId, votedAt: now }).onConflictDoNothing();
    else await tx.delete(annotationVotes).where(and(eq(of, id), eq(annotationVotes.personId, personId)));
    return { votes: await tx.$count(annotationVotes, eq(of, id)), voted: on };
  },
});
