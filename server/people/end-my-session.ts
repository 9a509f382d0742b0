import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { sessions } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { command } from "#server/verb.ts";

async function loadOwn(tx: Tx, id: string, personId: number) {
  const [session] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.revokedAt)));
  return session;
}

/** Ends one of one's own sign-ins, as on a lost phone; effective on its next request. */
export const endMySession = command({
  at: "POST /api/me/sessions/:id/end",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ ended: z.boolean() }),
  door: "play",
  load: (tx, { id }, { viewer }) => loadOwn(tx, id, viewer.personId),
  may: can.beSignedIn,
  async run(tx, session, _input, { now }) {
    await tx.update(sessions).set({ revokedAt: now }).where(eq(sessions.id, session.id));
    return { ended: true };
  },
});
