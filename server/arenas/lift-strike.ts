import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { arenaStrikes } from "#db/schema/arena-strikes.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { findLaidDown, layDown } from "./arena-facts.ts";
import { lockArena } from "./find-arena.ts";

/** Lifts what was struck out of an arena, with a reason: it counts again, and a board that was laid down is laid down anew. */
export const liftStrike = command({
  at: "POST /api/desk/arenas/:id/strikes/:strikeId/lift",
  input: z.strictObject({ id: idSchema, strikeId: idSchema, reason: lineSchema(300) }),
  output: z.object({ id: z.number() }),
  refusals: ["not-struck"],
  door: "desk",
  load: (tx, { id }) => lockArena(tx, id),
  may: can.runArena,
  async run(tx, arena, { id, strikeId, reason }, context) {
    const { viewer, now } = context;
    const [lifted] = await tx
      .update(arenaStrikes)
      .set({ liftedBy: viewer.personId, liftedAt: now, liftReason: reason })
      .where(and(eq(arenaStrikes.id, strikeId), eq(arenaStrikes.arenaId, id), isNull(arenaStrikes.liftedAt)))
      .returning({ matchId: arenaStrikes.matchId, personId: arenaStrikes.personId });
    if (!lifted) throw new Refusal("not-struck");
    if ((await findLaidDown(tx, id)) !== undefined) await layDown(tx, arena, now);
    await writeAudit(tx, {
      ...{ context, action: "arena.lift", object: "arena", objectId: id, branchId: arena.branchId },
      ...{ after: { title: arena.title, ...lifted }, reason },
    });
    return { id: strikeId };
  },
});
