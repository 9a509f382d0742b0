import { and, eq, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { notices } from "#db/schema/notices.ts";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";

/** Takes everything one has been told so far as read. */
export const readAllNotices = command({
  at: "POST /api/notices/read",
  input: z.strictObject({}),
  output: z.object({ read: z.number() }),
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, _input, { viewer, now }) {
    const waiting = and(eq(notices.personId, viewer.personId), isNull(notices.readAt), lte(notices.createdAt, now));
    const { rowCount } = await tx.update(notices).set({ readAt: now }).where(waiting);
    return { read: rowCount ?? 0 };
  },
});
