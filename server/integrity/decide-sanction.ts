import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { sanctions } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockSanction, type SanctionSubject } from "./find-sanction.ts";
import { letSanctionFollow } from "./let-sanction-follow.ts";

/** The person is told what was decided and why, where to read it, and so where to appeal. */
async function tell(tx: Tx, { id, personId, contest, kind }: SanctionSubject, now: Date): Promise<void> {
  const told = { params: { title: contest.title }, path: `/contests/${contest.slug}#sanctions`, now };
  await giveNotice(tx, { ...told, personIds: [personId], kind: `sanction-${kind}`, dedupe: `sanction ${id}` });
}

/**
 * A second person approves a sanction, and with that it is carried out, or rejects it, saying why. Boards, branch sums, outcomes and
 * certificates follow in the same transaction.
 */
export const decideSanction = command({
  at: "POST /api/desk/sanctions/:id/decide",
  input: z.strictObject({ id: idSchema, verdict: z.enum(["approve", "reject"]), note: blankable(lineSchema(300)) }),
  output: z.object({ state: z.enum(["applied", "rejected"]) }),
  refusals: ["sanction-decided", "ruling-needs-another"],
  door: "judge",
  load: (tx, { id }) => lockSanction(tx, id),
  may: can.runContest,
  async run(tx, sanction, { id, verdict, note = "" }, context) {
    const { viewer, now } = context;
    if (!can.decideRuling(viewer, sanction)) throw new Refusal("ruling-needs-another");
    if (sanction.state !== "proposed") throw new Refusal("sanction-decided");
    const state = verdict === "approve" ? ("applied" as const) : ("rejected" as const);
    await tx.update(sanctions).set({ state, decidedBy: viewer.personId, decidedAt: now, decisionNote: note }).where(eq(sanctions.id, id));
    if (state === "applied") {
      if (sanction.kind !== "warning")
        await letSanctionFollow(tx, sanction, { deed: "sanction", reason: sanction.reason, by: viewer.personId, now });
      await tell(tx, sanction, now);
    }
    await writeAudit(tx, {
      ...{ context, action: `sanction.${verdict}`, object: "sanction", objectId: id, branchId: sanction.contest.branchId },
      ...{ after: { contest: sanction.contest.title, kind: sanction.kind }, reason: note },
    });
    return { state };
  },
});
