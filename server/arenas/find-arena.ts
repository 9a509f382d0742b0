import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { arenas } from "#db/schema/arenas.ts";
import { branches } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { takeLock } from "#server/take-lock.ts";

const columns = {
  id: arenas.id,
  title: arenas.title,
  intro: arenas.intro,
  branchId: arenas.branchId,
  branchName: branches.name,
  path: branches.path,
  opensAt: arenas.opensAt,
  closesAt: arenas.closesAt,
  perOpponent: arenas.perOpponent,
  view: arenas.view,
  endReason: arenas.endReason,
  cancelledAt: arenas.cancelledAt,
};

/** Arenas with their branch, ready for a condition. */
export const arenaRows = (db: Db | Tx) => db.select(columns).from(arenas).innerJoin(branches, eq(branches.id, arenas.branchId));
export type Arena = Awaited<ReturnType<typeof arenaRows>>[number];

/** can.runArena said in SQL. */
export function arenasOf({ offices }: Member): SQL | undefined {
  const tops = offices.filter(({ office }) => office === "admin" || office === "organizer");
  return tops.length === 0 ? sql`false` : or(...tops.map(({ path }) => sql`starts_with(${branches.path}, ${path})`));
}

/** can.seeArena said in SQL. */
export const arenasVisibleTo = (viewer: Member): SQL | undefined =>
  or(sql`starts_with(${viewer.branchPath}, ${branches.path})`, arenasOf(viewer));

/** An arena by number, whoever asks. */
export async function findArena(db: Db | Tx, id: number): Promise<Arena | undefined> {
  return (await arenaRows(db).where(eq(arenas.id, id)))[0];
}

/** The same for a change: whatever moves a window or a board is taken one after the other, and read after the lock. */
export async function lockArena(tx: Tx, id: number): Promise<Arena | undefined> {
  await takeLock(tx, "arenas");
  return findArena(tx, id);
}

/** The arenas that are played at a moment: few, as long as no two may want the same duel. */
export async function runningArenas(db: Db | Tx, at: Date): Promise<Pick<Arena, "id" | "path">[]> {
  return arenaRows(db)
    .where(and(lte(arenas.opensAt, at), gt(arenas.closesAt, at), isNull(arenas.cancelledAt)))
    .orderBy(arenas.id);
}

/** What an arena is called, to lead from a duel to it; null where there is none, or none any more. */
export async function findArenaName(db: Db, id: number | null): Promise<Pick<Arena, "id" | "title"> | null> {
  if (id === null) return null;
  const arena = await findArena(db, id);
  return arena && !arena.cancelledAt ? { id, title: arena.title } : null;
}
