import { randomUUID } from "node:crypto";
import { z } from "zod";
import { halls } from "#db/schema/halls.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { command } from "#server/verb.ts";
import { finalOf } from "./final-of.ts";
import { checkHall, hallFields } from "./hall-fields.ts";
import { newCode, writeParts } from "./write-hall.ts";

/** Prepares a final: its rules, its sides with their people, and its questions, frozen from here on. */
export const makeHall = command({
  at: "POST /api/desk/halls",
  input: z.strictObject(hallFields).superRefine(checkHall),
  output: z.object({ id: z.number(), code: z.string() }),
  refusals: ["hall-bank-too-small", "no-such-person", "branch-closed", "not-promoted"],
  door: "desk",
  load: (tx, { branchId }) => holdBranch(tx, branchId),
  may: can.makeContest,
  async run(tx, branch, fields, context) {
    refuseClosed(branch, "branchId");
    const { viewer, now } = context;
    const [seed, code] = [randomUUID(), newCode()];
    const { title, rules } = fields;
    const contestId = await finalOf(tx, viewer, fields);
    const [made] = await tx
      .insert(halls)
      .values({ branchId: branch.id, contestId, title, rules, code, seed, createdBy: viewer.personId, createdAt: now })
      .returning({ id: halls.id });
    const id = made?.id as number;
    await writeParts(tx, context, { hallId: id, path: branch.path, seed, fields, code });
    const after = {
      title,
      ...(fields.contest !== undefined && { contest: fields.contest }),
      sides: fields.sides.length,
      rounds: rules.rounds.length,
    };
    await writeAudit(tx, { context, action: "hall.make", object: "hall", objectId: id, branchId: branch.id, after });
    return { id, code };
  },
});
