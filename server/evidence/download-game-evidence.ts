import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { fileReply } from "#server/file-reply.ts";
import { findGame } from "#server/games/find-game.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { GAME_TABLES } from "./game-contents.ts";
import { smallPack } from "./small-pack.ts";

/** The evidence pack of a quiz in a room that is over. It holds names, answers and keys: every download is in the ledger, with the root hash that a copy is compared by. */
export const downloadGameEvidence = query({
  at: "GET /api/desk/games/:id/evidence",
  input: z.strictObject({ id: idSchema }),
  output: fileReply,
  refusals: ["not-over-yet"],
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { id }, context) {
    const game = await findGame(db, id);
    if (!game || !can.runGame(context.viewer, game)) throw new Refusal("not-found");
    if (game.stage !== "over") throw new Refusal("not-over-yet");
    const { file, root, files } = await smallPack(db, { kind: "game", id, title: game.title }, GAME_TABLES, context.now);
    await writeAudit(db, {
      ...{ context, action: "evidence.download", object: "game", objectId: id, branchId: game.branchId },
      after: { rootHash: root, files },
    });
    return file;
  },
});
