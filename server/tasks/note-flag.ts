import { z } from "zod";
import { branchFlagNotes } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockFlag } from "./lock-flag.ts";

/** Writes what is being done about it: who answers for the branch, or who holds an office above. Notes are never changed. */
export const noteFlag = command({
  at: "POST /api/flags/:id/notes",
  input: z.strictObject({ id: idSchema, body: textSchema(2_000) }),
  output: z.object({ noted: z.boolean() }),
  refusals: ["flag-closed"],
  door: "desk",
  load: (tx, { id }) => lockFlag(tx, id),
  may: can.seeFlag,
  async run(tx, flag, { id, body }, context) {
    const { viewer, now } = context;
    if (flag.closedAt) throw new Refusal("flag-closed");
    await tx.insert(branchFlagNotes).values({ flagId: id, personId: viewer.personId, body, createdAt: now });
    if (flag.raisedBy !== null && flag.raisedBy !== viewer.personId)
      await giveNotice(tx, {
        ...{ personIds: [flag.raisedBy], kind: "flag-note", params: { branch: flag.branch }, path: `/tasks/flags/${id}`, now },
      });
    await writeAudit(tx, { context, action: "flag.note", object: "flag", objectId: id, branchId: flag.branchId });
    return { noted: true };
  },
});
