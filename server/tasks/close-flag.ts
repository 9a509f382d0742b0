import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { branchFlags } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockFlag } from "./lock-flag.ts";
import { unitPeople } from "./unit-people.ts";

/** The branch has caught up: closes with a note, once. The whole of it stays as history. */
export const closeFlag = command({
  at: "POST /api/desk/flags/:id/close",
  input: z.strictObject({ id: idSchema, note: textSchema(500) }),
  output: z.object({ closed: z.boolean() }),
  refusals: ["flag-closed"],
  door: "desk",
  load: (tx, { id }) => lockFlag(tx, id),
  may: can.flagBranch,
  async run(tx, flag, { id, note }, context) {
    const { viewer, now } = context;
    const { rowCount } = await tx
      .update(branchFlags)
      .set({ closedAt: now, closedBy: viewer.personId, closingNote: note })
      .where(and(eq(branchFlags.id, id), isNull(branchFlags.closedAt)));
    if (rowCount === 0) throw new Refusal("flag-closed");
    const params = { branch: flag.branch, note: note.slice(0, 100) };
    const personIds = await unitPeople(tx, [flag.branchId]);
    await giveNotice(tx, { personIds, kind: "flag-closed", params, path: `/tasks/flags/${id}`, now });
    await writeAudit(tx, { context, action: "flag.close", object: "flag", objectId: id, branchId: flag.branchId, reason: note });
    return { closed: true };
  },
});
