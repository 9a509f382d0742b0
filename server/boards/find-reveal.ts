import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { reveals } from "#db/schema/contests.ts";
import type { REVEAL_BOARDS } from "#domain/boards/reveal.ts";

/** The ceremony of a contest's board as it stands; locked for who is about to move it. */
export async function findReveal(db: Db | Tx, contestId: number, board: (typeof REVEAL_BOARDS)[number], lock?: "for-update") {
  const { script, step, seq } = reveals;
  const asked = db
    .select({ script, step, seq })
    .from(reveals)
    .where(and(eq(reveals.contestId, contestId), eq(reveals.board, board)));
  const [row] = await (lock ? asked.for("update") : asked);
  return row;
}
