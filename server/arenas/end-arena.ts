import { eq } from "drizzle-orm";
import { z } from "zod";
import { arenas } from "#db/schema/arenas.ts";
import { can } from "#domain/access.ts";
import { arenaPhaseOf } from "#domain/matches/shared-arena.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockArena } from "./find-arena.ts";
import { tellArena } from "./tell-arena.ts";

/**
 * Ends an arena that is played before its time (`close`: what ended until now counts, and the board is laid down), or calls one off that has
 * not ended yet (`cancel`: nothing counts). Both with a reason that its people read; of one that is called off they are told.
 */
export const endArena = command({
  at: "POST /api/desk/arenas/:id/end",
  input: z.strictObject({ id: idSchema, how: z.enum(["close", "cancel"]), reason: lineSchema(300) }),
  output: z.object({ id: z.number(), closesAt: z.date(), cancelledAt: z.date().nullable() }),
  refusals: ["arena-not-running", "arena-is-over"],
  door: "desk",
  load: (tx, { id }) => lockArena(tx, id),
  may: can.runArena,
  async run(tx, arena, { id, how, reason }, context) {
    const { viewer, now } = context;
    const phase = arenaPhaseOf(arena, now);
    if (phase === "over" || phase === "cancelled") throw new Refusal("arena-is-over");
    if (how === "close" && phase === "coming") throw new Refusal("arena-not-running");
    // Of a window something has to be left, were it a millisecond.
    const closesAt = how === "close" ? new Date(Math.max(now.getTime(), arena.opensAt.getTime() + 1)) : arena.closesAt;
    const cancelledAt = how === "cancel" ? now : null;
    await tx.update(arenas).set({ closesAt, cancelledAt, endedBy: viewer.personId, endReason: reason }).where(eq(arenas.id, id));
    if (how === "cancel") await tellArena(tx, arena, { kind: "arena-cancelled", reason, now });
    await writeAudit(tx, {
      ...{ context, action: how === "close" ? "arena.close" : "arena.cancel", object: "arena", objectId: id, branchId: arena.branchId },
      ...{ before: { title: arena.title, closesAt: arena.closesAt }, after: { title: arena.title, closesAt, cancelledAt }, reason },
    });
    return { id, closesAt, cancelledAt };
  },
});
