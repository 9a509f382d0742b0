import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { rulings } from "#db/schema/rulings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockRuling } from "./find-ruling.ts";

/** Proposes to take an applied ruling back (I12): a ruling of its own, that somebody else approves and that restores what stood before. */
export const takeBackRuling = command({
  at: "POST /api/desk/rulings/:id/take-back",
  input: z.strictObject({ id: idSchema, reason: lineSchema(300) }),
  output: z.object({ id: z.number() }),
  refusals: ["ruling-not-applied", "ruling-open"],
  door: "desk",
  load: (tx, { id }) => lockRuling(tx, id),
  may: can.runContest,
  async run(tx, ruling, { id, reason }, context) {
    if (ruling.state !== "applied" || ruling.kind === "take_back") throw new Refusal("ruling-not-applied");
    const { contestId, versionId, contest } = ruling;
    const open = await tx
      .select({ id: rulings.id })
      .from(rulings)
      .where(and(eq(rulings.contestId, contestId), eq(rulings.versionId, versionId), inArray(rulings.state, ["proposed", "approved"])));
    if (open.length > 0) throw new Refusal("ruling-open");
    const { viewer, now } = context;
    const [made] = await tx
      .insert(rulings)
      .values({ contestId, versionId, kind: "take_back", takesBack: id, reason, proposedBy: viewer.personId, proposedAt: now })
      .returning({ id: rulings.id });
    await writeAudit(tx, {
      ...{ context, action: "ruling.propose", object: "ruling", objectId: made?.id ?? null, branchId: contest.branchId },
      ...{ after: { contest: contest.title, kind: "take_back", takesBack: id }, reason },
    });
    return { id: made?.id ?? 0 };
  },
});
