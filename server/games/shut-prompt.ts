import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { gamePrompts } from "#db/schema/games.ts";

/** Closes what the room is asked beside the questions, when it is open: what was received before counts. */
export async function shutPrompt(tx: Db | Tx, { promptId }: { promptId: number | null }, now: Date): Promise<void> {
  if (promptId === null) return;
  await tx
    .update(gamePrompts)
    .set({ closedAt: now })
    .where(and(eq(gamePrompts.id, promptId), isNull(gamePrompts.closedAt)));
}
