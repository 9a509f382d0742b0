import { eq } from "drizzle-orm";
import { z } from "zod";
import { rulings } from "#db/schema/rulings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockRuling } from "./find-ruling.ts";

/** A second person approves a ruling or rejects it, saying why. Whoever proposed it is told that it needs somebody else. */
export const decideRuling = command({
  at: "POST /api/desk/rulings/:id/decide",
  input: z.strictObject({ id: idSchema, verdict: z.enum(["approve", "reject"]), note: blankable(lineSchema(300)) }),
  output: z.object({ state: z.enum(["approved", "rejected"]) }),
  refusals: ["ruling-decided", "ruling-needs-another"],
  door: "desk",
  load: (tx, { id }) => lockRuling(tx, id),
  may: can.runContest,
  async run(tx, ruling, { id, verdict, note = "" }, context) {
    const { viewer, now } = context;
    if (!can.decideRuling(viewer, ruling)) throw new Refusal("ruling-needs-another");
    if (ruling.state !== "proposed") throw new Refusal("ruling-decided");
    const state = verdict === "approve" ? ("approved" as const) : ("rejected" as const);
    await tx.update(rulings).set({ state, decidedBy: viewer.personId, decidedAt: now, decisionNote: note }).where(eq(rulings.id, id));
    await writeAudit(tx, {
      ...{ context, action: `ruling.${verdict}`, object: "ruling", objectId: id, branchId: ruling.contest.branchId },
      ...{ after: { contest: ruling.contest.title, kind: ruling.kind }, reason: note },
    });
    return { state };
  },
});
