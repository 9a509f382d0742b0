import { and, gt, isNull, lt, ne } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { arenas } from "#db/schema/arenas.ts";
import { arenasMeet } from "#domain/matches/shared-arena.ts";
import { fieldRefusal } from "#server/verb.ts";
import { arenaRows } from "./find-arena.ts";

type Window = Readonly<{ path: string; opensAt: Date; closesAt: Date }>;

/**
 * Refuses a window that has begun already, or in which another arena would want the same duels. Under the arenas' lock. `own`: the arena
 * that is changed.
 */
export async function refuseArenaWindow(tx: Tx, window: Window, now: Date, own = 0): Promise<void> {
  if (window.opensAt < now) throw fieldRefusal("opensAt", "arena-in-the-past");
  const others = await arenaRows(tx).where(
    and(isNull(arenas.cancelledAt), ne(arenas.id, own), lt(arenas.opensAt, window.closesAt), gt(arenas.closesAt, window.opensAt)),
  );
  if (others.some((other) => arenasMeet(other, window))) throw fieldRefusal("opensAt", "arena-overlaps");
}
