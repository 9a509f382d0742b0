import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { calendarFeeds } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";

/** What is stored of a feed's token. */
export const hashOfFeed = (token: string): string => createHash("sha256").update(`feed ${token}`).digest("hex");

/** Draws the address of one's own calendar anew: shown once, a former one is dead from then on. */
export const drawFeed = command({
  at: "POST /api/me/calendar",
  input: z.strictObject({}),
  output: z.object({ path: z.string() }),
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _none, _input, { viewer, now }) {
    const token = randomBytes(32).toString("base64url");
    const drawn = { tokenHash: hashOfFeed(token), createdAt: now };
    await tx
      .insert(calendarFeeds)
      .values({ personId: viewer.personId, ...drawn })
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: drawn });
    return { path: `/api/calendar/${token}` };
  },
});
