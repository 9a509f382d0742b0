import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { agendaItems } from "#db/schema/meetings.ts";

/** The agenda in its order, as far as running it needs. */
export async function agendaOf(db: Db | Tx, meetingId: number) {
  const { id, minutes, startedAt, endedAt, materialId, fromBlock, toBlock } = agendaItems;
  return db
    .select({ id, minutes, startedAt, endedAt, materialId, fromBlock, toBlock })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.place), asc(agendaItems.id));
}

/** Ends the item that runs, if one does. */
export async function endRunning(tx: Tx, meetingId: number, now: Date): Promise<void> {
  const running = (await agendaOf(tx, meetingId)).filter(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  for (const { id } of running) await tx.update(agendaItems).set({ endedAt: now }).where(eq(agendaItems.id, id));
}
