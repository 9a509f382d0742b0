import { and, eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { hallMembers, halls } from "#db/schema/halls.ts";
import { can } from "#domain/access.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import { findHall } from "./find-hall.ts";
import { type HallView, readHall } from "./hall-view.ts";

/** A final for the live process, which may not import the database; null when there is none. */
export async function readLiveHall(hallId: number): Promise<HallView | null> {
  return (await readHall(database("judge"), hallId))?.view ?? null;
}

/** How far the ledgers of these finals have come: one look for all that are watched. */
export async function readHallMarks(hallIds: readonly number[]): Promise<Map<number, number>> {
  if (hallIds.length === 0) return new Map();
  const rows = await database("judge")
    .select({ id: halls.id, seq: halls.seq })
    .from(halls)
    .where(inArray(halls.id, [...hallIds]));
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** Whether somebody may follow a final: who leads it, and its sides' members. */
export async function mayFollowHall(hallId: number, sessionId: string, now: Date): Promise<boolean> {
  const viewer = await findViewer(sessionId, now);
  const db = database("judge");
  const hall = viewer.kind === "member" ? await findHall(db, hallId) : undefined;
  if (viewer.kind !== "member" || !hall) return false;
  if (can.runContest(viewer, hall)) return true;
  const own = and(eq(hallMembers.hallId, hallId), eq(hallMembers.personId, viewer.personId));
  return (await db.select({ seat: hallMembers.seat }).from(hallMembers).where(own)).length > 0;
}
