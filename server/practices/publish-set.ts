import { eq } from "drizzle-orm";
import { z } from "zod";
import { questionSets } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockSet } from "./find-set.ts";
import { refuseUnfit } from "./fit-for-sets.ts";

/** Publishes a set to its branch, or takes it back; runs that were begun go on. Doing it twice is doing it once. */
export const publishSet = command({
  at: "POST /api/desk/sets/:id/publish",
  input: z.strictObject({ id: idSchema, back: flagSchema.default(false) }),
  output: z.object({ id: z.number(), publishedAt: z.date().nullable() }),
  refusals: ["question-not-practised", "bank-too-small"],
  door: "desk",
  load: (tx, { id }) => lockSet(tx, id),
  may: can.editSet,
  async run(tx, set, { id, back }, context) {
    const { viewer, now } = context;
    if (back === (set.publishedAt === null)) return { id, publishedAt: set.publishedAt };
    // A contest may have taken a question since it was chosen.
    if (!back) await refuseUnfit(tx, viewer, set.path, set, now);
    const publishedAt = back ? null : now;
    await tx.update(questionSets).set({ publishedAt }).where(eq(questionSets.id, id));
    const action = back ? "set.withdraw" : "set.publish";
    await writeAudit(tx, { context, action, object: "question-set", objectId: id, branchId: set.branchId, after: { title: set.title } });
    return { id, publishedAt };
  },
});
