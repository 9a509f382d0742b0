import { eq } from "drizzle-orm";
import { z } from "zod";
import { rotaSwaps } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockSwap, refuseSettledSwap } from "./swap-facts.ts";

/** Takes back what one asked, while it is not answered. */
export const withdrawSwap = command({
  at: "POST /api/swaps/:id/withdraw",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ withdrawn: z.boolean() }),
  refusals: ["already-answered-swap"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockSwap(tx, id, viewer),
  may: (viewer, found) => can.joinIn(viewer, found) && found.swap.askedBy === viewer.personId,
  async run(tx, found, _input, { now }) {
    refuseSettledSwap(found);
    await tx.update(rotaSwaps).set({ withdrawnAt: now }).where(eq(rotaSwaps.id, found.swap.id));
    return { withdrawn: true };
  },
});
