import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { fileReply } from "#server/file-reply.ts";
import { findHall } from "#server/halls/find-hall.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { HALL_TABLES } from "./hall-contents.ts";
import { smallPack } from "./small-pack.ts";

/** The evidence pack of a final that is over. It holds names, answers and keys: every download is in the ledger, with the root hash that a copy is compared by. */
export const downloadHallEvidence = query({
  at: "GET /api/desk/halls/:id/evidence",
  input: z.strictObject({ id: idSchema }),
  output: fileReply,
  refusals: ["not-over-yet"],
  door: "desk",
  may: can.openDesk,
  async run(db, { id }, context) {
    const hall = await findHall(db, id);
    if (!hall || !can.runContest(context.viewer, hall)) throw new Refusal("not-found");
    if (hall.phase !== "over") throw new Refusal("not-over-yet");
    const { file, root, files } = await smallPack(db, { kind: "hall", id, title: hall.title }, HALL_TABLES, context.now);
    await writeAudit(db, {
      ...{ context, action: "evidence.download", object: "hall", objectId: id, branchId: hall.branchId },
      after: { rootHash: root, files },
    });
    return file;
  },
});
