import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { calendarFeeds, meetings } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { writeIcs } from "#domain/meetings/ics.ts";
import { Refusal } from "#domain/refusal.ts";
import { limitChecks } from "#server/certificates/limit-checks.ts";
import { fileReply } from "#server/file-reply.ts";
import { openQuery } from "#server/verb.ts";
import { calendarEvents } from "./calendar-events.ts";
import { hashOfFeed } from "./draw-feed.ts";

const BACK_MS = 90 * 86_400_000;

/** The announced meetings somebody is on the list of or has a duty in, for calendars that subscribe; whoever has the address reads it. */
export const getFeed = openQuery({
  at: "GET /api/calendar/:token",
  input: z.strictObject({ token: z.string().max(100) }),
  output: fileReply,
  refusals: ["too-many-guesses"],
  door: "play",
  async run(db, { token }, { address, now, origin = "http://localhost" }) {
    await limitChecks(db, address, now);
    const [owner] = await db
      .select({ id: people.id, name: people.name })
      .from(calendarFeeds)
      .innerJoin(people, eq(people.id, calendarFeeds.personId))
      .where(and(eq(calendarFeeds.tokenHash, hashOfFeed(token)), isNull(people.disabledAt)));
    if (!owner) throw new Refusal("not-found");
    const theirs = sql`(${owner.id} in (${meetings.chairId}, ${meetings.recorderId}, ${meetings.leadReaderId}) or exists (
      select 1 from meeting_people mr where mr.meeting_id = ${meetings.id} and mr.person_id = ${owner.id} and mr.removed_at is null))`;
    const where = and(theirs, isNotNull(meetings.announcedAt), gt(meetings.startsAt, new Date(now.getTime() - BACK_MS)));
    const name = `研学活动 · ${owner.name}`;
    return {
      fileName: "meetings.ics",
      contentType: "text/calendar; charset=utf-8",
      bytes: Buffer.from(writeIcs(name, await calendarEvents(db, where, origin, now))),
    };
  },
});
