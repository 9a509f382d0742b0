import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

async function findNotice(tx: Tx, id: number) {
  const { personId, path } = notices;
  const [found] = await tx.select({ personId, path }).from(notices).where(eq(notices.id, id));
  return found;
}

/** Takes one notice as read, when first opened; says where it leads. */
export const readNotice = command({
  at: "POST /api/notices/:id/read",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ path: z.string() }),
  door: "play",
  load: (tx, { id }) => findNotice(tx, id),
  may: can.readNotice,
  async run(tx, { path }, { id }, { now }) {
    await tx
      .update(notices)
      .set({ readAt: now })
      .where(and(eq(notices.id, id), isNull(notices.readAt)));
    return { path };
  },
});
