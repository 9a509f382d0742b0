import { eq } from "drizzle-orm";
import { z } from "zod";
import { papers } from "#db/schema/papers.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockPaper } from "./find-paper.ts";

/** Puts a paper away, or takes it out again; contests that have it keep it. Doing it twice is doing it once. */
export const archivePaper = command({
  at: "POST /api/desk/papers/:id/archive",
  input: z.strictObject({ id: idSchema, back: flagSchema.default(false) }),
  output: z.object({ id: z.number(), archivedAt: z.date().nullable() }),
  door: "desk",
  load: (tx, { id }) => lockPaper(tx, id),
  may: can.makeContest,
  async run(tx, { id, branchId, archivedAt: before }, { back }, context) {
    if (back === (before === null)) return { id, archivedAt: before };
    const archivedAt = back ? null : context.now;
    await tx.update(papers).set({ archivedAt }).where(eq(papers.id, id));
    await writeAudit(tx, { context, action: "paper.archive", object: "paper", objectId: id, branchId, after: { back } });
    return { id, archivedAt };
  },
});
