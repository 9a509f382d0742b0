import { eq } from "drizzle-orm";
import { z } from "zod";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { indexProgramme } from "#server/search/index-programme.ts";
import { command } from "#server/verb.ts";
import { lockProgramme } from "./find-programme.ts";
import { syncTasks } from "./write-tasks.ts";

/** Calls a programme off, or throws a draft away: open tasks are cancelled, what is done stays as a fact. */
export const cancelProgramme = command({
  at: "POST /api/desk/programmes/:slug/cancel",
  input: z.strictObject({ slug: z.string().max(120), reason: lineSchema(500) }),
  output: z.object({ cancelledAt: z.date(), tasks: z.number() }),
  refusals: ["programme-cancelled"],
  door: "desk",
  load: (tx, { slug }) => lockProgramme(tx, slug),
  may: can.runProgramme,
  async run(tx, { id, title, branchId, cancelledAt }, { reason }, context) {
    if (cancelledAt) throw new Refusal("programme-cancelled");
    await tx.update(programmes).set({ cancelledAt: context.now }).where(eq(programmes.id, id));
    const { cancelled } = await syncTasks(tx, id, context.now, true);
    await indexProgramme(tx, id);
    await writeAudit(tx, {
      context,
      action: "programme.cancel",
      object: "programme",
      objectId: id,
      branchId,
      after: { title, tasks: cancelled },
      reason,
    });
    return { cancelledAt: context.now, tasks: cancelled };
  },
});
