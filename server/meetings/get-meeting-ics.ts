import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { writeIcs } from "#domain/meetings/ics.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { calendarEvents } from "./calendar-events.ts";
import { findMeeting } from "./meeting-facts.ts";

/** One meeting for a calendar. */
export const getMeetingIcs = query({
  at: "GET /api/meetings/:id/calendar",
  input: z.strictObject({ id: idSchema }),
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now, origin = "http://localhost" }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeMeeting(viewer, meeting)) throw new Refusal("not-found");
    const events = await calendarEvents(db, eq(meetings.id, id), origin, now);
    // Where to come in online is for those who take part.
    const shown = can.seeInsideMeeting(viewer, meeting)
      ? events
      : events.map((event) => ({ ...event, place: event.place.replace(/ ?https?:\S+$/, "") }));
    return {
      fileName: `${meeting.title}.ics`,
      contentType: "text/calendar; charset=utf-8",
      bytes: Buffer.from(writeIcs(meeting.title, shown)),
    };
  },
});
