import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";

/** One's own open sign-ins, the latest used first. */
export const listMySessions = query({
  at: "GET /api/me/sessions",
  input: z.strictObject({}),
  output: z.object({
    sessions: z.array(z.object({ id: z.uuid(), device: z.string(), createdAt: z.date(), seenAt: z.date(), current: z.boolean() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const { id, device, createdAt, seenAt } = sessions;
    const rows = await db
      .select({ id, device, createdAt, seenAt })
      .from(sessions)
      .where(and(eq(sessions.personId, viewer.personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
      .orderBy(desc(seenAt));
    return { sessions: rows.map((row) => ({ ...row, current: row.id === viewer.sessionId })) };
  },
});
