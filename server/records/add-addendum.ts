import { eq } from "drizzle-orm";
import { z } from "zod";
import { recordAddenda } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { isLocked } from "#domain/meetings/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { recordPath } from "./reopen-record.ts";

const MOST = 200;

/** Adds to a locked record, which itself stays as it is (D13). Chair and recorder are told. */
export const addAddendum = command({
  at: "POST /api/meetings/:id/record/addenda",
  input: z.strictObject({ id: idSchema, body: textSchema(60_000) }),
  output: z.object({ id: z.number() }),
  refusals: ["record-open", "too-many"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.writeRecord,
  async run(tx, meeting, { body }, { viewer, now }) {
    if (meeting.cancelledAt || !isLocked(meeting, now)) throw new Refusal("record-open");
    if ((await tx.$count(recordAddenda, eq(recordAddenda.meetingId, meeting.id))) >= MOST) throw new Refusal("too-many", { most: MOST });
    const [made] = await tx
      .insert(recordAddenda)
      .values({ meetingId: meeting.id, personId: viewer.personId, body, createdAt: now })
      .returning({ id: recordAddenda.id });
    const personIds = [meeting.chairId, meeting.recorderId].flatMap((id) => (id === null || id === viewer.personId ? [] : [id]));
    const params = { title: meeting.title, name: viewer.name };
    await giveNotice(tx, { personIds, kind: "record-addendum", params, path: recordPath(meeting.id), now });
    await noteMeetingChange(tx, meeting.id, "record", now);
    return { id: made?.id ?? 0 };
  },
});
