import { eq } from "drizzle-orm";
import { z } from "zod";
import { sanctions } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockSanction } from "./find-sanction.ts";
import { letSanctionFollow } from "./let-sanction-follow.ts";

/** Lifts a sanction, saying why: the result is what it was without it, the person is told, and both stay in the record. */
export const liftSanction = command({
  at: "POST /api/desk/sanctions/:id/lift",
  input: z.strictObject({ id: idSchema, reason: lineSchema(300) }),
  output: z.object({ id: z.number() }),
  refusals: ["sanction-not-applied"],
  door: "judge",
  load: (tx, { id }) => lockSanction(tx, id),
  may: can.runContest,
  async run(tx, sanction, { id, reason }, context) {
    const { viewer, now } = context;
    if (sanction.state !== "applied") throw new Refusal("sanction-not-applied");
    const { contest, personId, kind } = sanction;
    await tx
      .update(sanctions)
      .set({ state: "lifted", liftedBy: viewer.personId, liftedAt: now, liftReason: reason })
      .where(eq(sanctions.id, id));
    if (kind !== "warning") await letSanctionFollow(tx, sanction, { deed: "lift", reason, by: viewer.personId, now });
    const told = { params: { title: contest.title }, path: `/contests/${contest.slug}#sanctions`, now };
    await giveNotice(tx, { ...told, personIds: [personId], kind: "sanction-lifted", dedupe: `sanction ${id} lifted` });
    await writeAudit(tx, {
      ...{ context, action: "sanction.lift", object: "sanction", objectId: id, branchId: contest.branchId },
      ...{ after: { contest: contest.title, kind }, reason },
    });
    return { id };
  },
});
