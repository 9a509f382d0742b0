import { and, gt, isNull, lt, ne } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { arenas } from "#db/schema/arenas.ts";
import { arenasMeet } from "#domain/matches/shared-arena.ts";
import { fieldRefusal } from "#server/verb.ts";
import { arenaRows } from "./find-arena.ts";

/** A month: longer, and it is no event any more. */
const LONGEST_MS = 31 * 86_400_000;

type Window = Readonly<{ path: string; opensAt: Date; closesAt: Date }>;

/**
 * Refuses a window that ends before it starts, lasts too long or has begun already, or in which another arena would want the same duels. Under the arenas' lock. `own`: the arena
 * that is changed.
 */
export async function refuseArenaWindow(tx: Tx, window: Window, now: Date, own = 0): Promise<void> {
  const { opensAt, closesAt } = window;
  if (closesAt <= opensAt) throw fieldRefusal("closesAt", "closes-before-it-opens");
  if (closesAt.getTime() - opensAt.getTime() > LONGEST_MS) throw fieldRefusal("closesAt", "arena-too-long");
  if (opensAt < now) throw fieldRefusal("opensAt", "arena-in-the-past");
  const others = await arenaRows(tx).where(
    and(isNull(arenas.cancelledAt), ne(arenas.id, own), lt(arenas.opensAt, closesAt), gt(arenas.closesAt, opensAt)),
  );
  if (others.some((other) => arenasMeet(other, window))) throw fieldRefusal("opensAt", "arena-overlaps");
}
