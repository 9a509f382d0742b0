import { z } from "zod";
import { can } from "#domain/access.ts";
import { isFrozen } from "#domain/boards/freeze.ts";
import { writtenText } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { refreezeBoard } from "#server/boards/freeze-board.ts";
import { command } from "#server/verb.ts";
import { findContest } from "./find-contest.ts";

/**
 * Takes the frozen board anew, so that a ruling or a mark given meanwhile shows in it: an explicit choice with a reason, never a by-product
 * (D6). Still nothing that was handed in at the freeze or after it. What it was before stays readable.
 */
export const retakeFrozenBoard = command({
  at: "POST /api/desk/contests/:slug/frozen-board",
  input: z.strictObject({ slug: z.string().max(80), reason: writtenText(500) }),
  output: z.object({ revision: z.number() }),
  refusals: ["not-frozen"],
  door: "judge",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { reason }, context) {
    const { freezeAt, frozenAt } = contest;
    if (freezeAt === null || frozenAt === null || !isFrozen(contest, context.now)) throw new Refusal("not-frozen");
    const revision = await refreezeBoard(tx, { ...contest, freezeAt }, context.now);
    await writeAudit(tx, {
      ...{ context, action: "contest.refreeze", object: "contest", objectId: contest.id, branchId: contest.branchId },
      ...{ before: { revision: revision - 1 }, after: { revision }, reason },
    });
    return { revision };
  },
});
