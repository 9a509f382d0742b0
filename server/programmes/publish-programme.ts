import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { indexProgramme } from "#server/search/index-programme.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { countAttendance } from "./count-attendance.ts";
import { lockProgramme } from "./find-programme.ts";
import { tellPointOwners } from "./point-owner.ts";
import { readDraft } from "./read-draft.ts";
import { refuseProblems } from "./refuse-problems.ts";
import { resolveDraft } from "./resolve-draft.ts";
import { syncTasks } from "./write-tasks.ts";

/** Publishes a programme to its subtree: one task for each person or unit and item, all in one transaction; what was done already is done. */
export const publishProgramme = command({
  at: "POST /api/desk/programmes/:slug/publish",
  input: z.strictObject({ slug: z.string().max(120) }),
  output: z.object({ publishedAt: z.date(), tasks: z.number(), done: z.number() }),
  refusals: ["programme-published", "programme-cancelled", "template-stays", "window-is-over"],
  door: "desk",
  load: (tx, { slug }) => lockProgramme(tx, slug),
  may: can.runProgramme,
  async run(tx, programme, _input, context) {
    const { now } = context;
    const { id } = programme;
    if (programme.cancelledAt) throw new Refusal("programme-cancelled");
    if (programme.publishedAt) throw new Refusal("programme-published");
    if (programme.kind === "template") throw new Refusal("template-stays");
    if (programme.closesAt <= now) throw fieldRefusal("closesAt", "window-is-over");
    const { problems } = await resolveDraft(tx, await readDraft(tx, programme), programme.path, id);
    refuseProblems(problems, ["stops", "unready"]);
    await tx.update(programmes).set({ publishedAt: now }).where(eq(programmes.id, id));
    await countAttendance(tx, sql`i.programme_id = ${id}`);
    const { made, settled } = await syncTasks(tx, id, now, false);
    await indexProgramme(tx, id);
    await tellPointOwners(tx, { ...programme, publishedAt: now }, now);
    await writeAudit(tx, {
      context,
      action: "programme.publish",
      object: "programme",
      objectId: id,
      branchId: programme.branchId,
      after: { title: programme.title, tasks: made, done: settled },
    });
    return { publishedAt: now, tasks: made, done: settled };
  },
});
