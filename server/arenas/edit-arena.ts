import { eq } from "drizzle-orm";
import { z } from "zod";
import { arenas } from "#db/schema/arenas.ts";
import { can } from "#domain/access.ts";
import { COUNTDOWN_MS } from "#domain/matches/match-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { idSchema } from "#server/input-schemas.ts";
import { refuseInLightBurden } from "#server/matches/refuse-in-light-burden.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { arenaFields, columnsOfArena } from "./arena-fields.ts";
import { lockArena } from "./find-arena.ts";
import { refuseArenaWindow } from "./refuse-arena-window.ts";
import { tellArena } from "./tell-arena.ts";

/** Changes an arena before it opens. From then on its rules stand: duels are played by them. */
export const editArena = command({
  at: "POST /api/desk/arenas/:id",
  input: z.strictObject({ ...arenaFields, id: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: [
    "light-burden",
    "arena-begun",
    "branch-closed",
    "closes-before-it-opens",
    "arena-too-long",
    "arena-in-the-past",
    "arena-overlaps",
  ],
  door: "desk",
  load: (tx, { id }) => lockArena(tx, id),
  may: can.runArena,
  async run(tx, arena, { id, ...fields }, context) {
    const { viewer, now } = context;
    const branch = await findBranch(tx, fields.branchId);
    if (!branch || !can.runArena(viewer, branch)) throw fieldRefusal("branchId", "not-found");
    if (branch.closedAt) throw fieldRefusal("branchId", "branch-closed");
    await refuseInLightBurden(tx);
    // A duel is made a moment before its first question, and is the arena's from then on.
    if (arena.cancelledAt || now.getTime() + COUNTDOWN_MS >= arena.opensAt.getTime()) throw new Refusal("arena-begun");
    await refuseArenaWindow(tx, { ...fields, path: branch.path }, now, id);
    const columns = columnsOfArena(fields);
    await tx.update(arenas).set(columns).where(eq(arenas.id, id));
    const { title, intro, branchId, opensAt, closesAt, perOpponent, view } = arena;
    // Another hour is news to everybody; without one, only who has not been told of it, as the people of another branch.
    const kind = columns.opensAt.getTime() === opensAt.getTime() ? "arena-announced" : "arena-changed";
    await tellArena(tx, { id, ...columns }, { kind, now });
    await writeAudit(tx, {
      ...{ context, action: "arena.edit", object: "arena", objectId: id, branchId: branch.id },
      ...{ before: { title, intro, branchId, opensAt, closesAt, perOpponent, view }, after: columns },
    });
    return { id };
  },
});
