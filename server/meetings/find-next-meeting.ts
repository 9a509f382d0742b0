import { and, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { meetingLineSchema, meetingLines } from "./meeting-line.ts";

/** The next meeting one is to come to, or the one that goes on; null when there is none. */
export const findNextMeeting = query({
  at: "GET /api/me/next-meeting",
  input: z.strictObject({}),
  output: z.object({ meeting: meetingLineSchema.nullable() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const where = and(
      isNotNull(meetings.announcedAt),
      sql`${meetings.cancelledAt} is null and ${meetings.closedAt} is null and ${meetings.endsAt} > ${now}`,
      sql`exists (select 1 from meeting_people mr where mr.meeting_id = ${meetings.id} and mr.person_id = ${viewer.personId} and mr.removed_at is null)`,
    );
    const [meeting = null] = await meetingLines(db, viewer, now, { where, order: sql`${meetings.startsAt}`, limit: 1 });
    return { meeting };
  },
});
