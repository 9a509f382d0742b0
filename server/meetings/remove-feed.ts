import { eq } from "drizzle-orm";
import { z } from "zod";
import { calendarFeeds } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";

/** Ends the address of one's own calendar. */
export const removeFeed = command({
  at: "POST /api/me/calendar/remove",
  input: z.strictObject({}),
  output: z.object({ removed: z.number() }),
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _none, _input, { viewer }) {
    const { rowCount } = await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, viewer.personId));
    return { removed: rowCount ?? 0 };
  },
});
