import { eq } from "drizzle-orm";
import { z } from "zod";
import { hallMembers, hallQuestions, hallSides, halls } from "#db/schema/halls.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { finalOf } from "./final-of.ts";
import { lockHall } from "./find-hall.ts";
import { checkHall, hallFields } from "./hall-fields.ts";
import { writeParts } from "./write-hall.ts";

/** Changes a final that has not begun: rules, sides and people; its questions are drawn anew. Its code stays, for it may hang on a wall. */
export const editHall = command({
  at: "POST /api/desk/halls/:id",
  input: z.strictObject({ id: idSchema, ...hallFields }).superRefine(checkHall),
  output: z.object({ id: z.number() }),
  refusals: ["hall-has-begun", "hall-bank-too-small", "no-such-person", "branch-closed", "not-promoted"],
  door: "desk",
  load: (tx, { id }) => lockHall(tx, id),
  may: can.runContest,
  async run(tx, hall, { id, ...fields }, context) {
    if (hall.seq > 0) throw new Refusal("hall-has-begun");
    const branch = await holdBranch(tx, fields.branchId);
    if (!branch || !can.makeContest(context.viewer, branch)) throw fieldRefusal("branchId", "not-found");
    refuseClosed(branch, "branchId");
    const contestId = await finalOf(tx, context.viewer, fields);
    for (const table of [hallQuestions, hallMembers, hallSides]) await tx.delete(table).where(eq(table.hallId, id));
    const { title, rules } = fields;
    await tx.update(halls).set({ title, rules, branchId: branch.id, contestId }).where(eq(halls.id, id));
    await writeParts(tx, context, { hallId: id, path: branch.path, seed: hall.seed, fields, code: hall.code });
    const [before, after] = [
      { title: hall.title, rounds: hall.rules.rounds.length },
      { title, rounds: rules.rounds.length },
    ];
    await writeAudit(tx, { context, action: "hall.edit", object: "hall", objectId: id, branchId: branch.id, before, after });
    return { id };
  },
});
