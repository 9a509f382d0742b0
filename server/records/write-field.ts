import { and, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { meetingRecords, recordEdits } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { RECORD_FIELDS, type RecordField, type RecordFields } from "#domain/records/record-fields.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { command } from "#server/verb.ts";
import { ensureRecord, loadRecord } from "./load-record.ts";
import { refuseClosedRecord } from "./refuse-closed-record.ts";
import { reopenRecord } from "./reopen-record.ts";

/** Two who write different fields at once are merged; the second at the same field is refused, and its page shows both texts. */
async function refuseOvertaken(tx: Tx, meetingId: number, field: RecordField, from: number, now: number): Promise<void> {
  if (from === now) return;
  const touched = and(
    eq(recordEdits.meetingId, meetingId),
    gt(recordEdits.revision, from),
    sql`jsonb_exists(${recordEdits.fields}, ${field})`,
  );
  if (from > now || (await tx.$count(recordEdits, touched)) > 0) throw new Refusal("record-changed", { revision: now, field: "text" });
}

/** What people wrote, with this field as it is now; what says no more than the facts do is not kept, so that the facts speak on. */
function fieldsWith(fields: RecordFields, field: RecordField, text: string, facts: string): RecordFields {
  const { [field]: _before, ...others } = fields;
  return text === "" || text === facts.trim() ? others : { ...others, [field]: text };
}

/** Writes one field of a record over what the facts say; empty: the facts speak again. Both signatures fall. */
export const writeField = command({
  at: "POST /api/meetings/:id/record",
  input: z.strictObject({
    id: idSchema,
    field: z.enum(RECORD_FIELDS),
    text: freeText(60_000),
    /** The revision the writer has before their eyes. */
    revision: z.coerce.number().int().min(1),
  }),
  output: z.object({ revision: z.number(), savedAt: z.date() }),
  refusals: ["record-locked", "record-changed", "meeting-not-begun", "meeting-cancelled"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.writeRecord,
  async run(tx, meeting, { field, text, revision: from }, { viewer, now }) {
    refuseClosedRecord(meeting, now);
    await ensureRecord(tx, meeting.id, now);
    const loaded = await loadRecord(tx, meeting.id, { now, language: "zh-CN" });
    if (!loaded) throw new Refusal("not-found");
    const facts = loaded.record.find((entry) => entry.field === field)?.facts ?? "";
    const fields = fieldsWith(loaded.fields, field, text, facts);
    if (fields[field] === loaded.fields[field]) return { revision: loaded.revision, savedAt: loaded.savedAt ?? now };
    await refuseOvertaken(tx, meeting.id, field, from, loaded.revision);
    const revision = loaded.revision + 1;
    const saved = { revision, savedAt: now };
    await tx
      .update(meetingRecords)
      .set({ ...saved, fields, savedBy: viewer.personId })
      .where(eq(meetingRecords.meetingId, meeting.id));
    const edit = { meetingId: meeting.id, ...saved, fields: { [field]: fields[field] ?? "" }, personId: viewer.personId };
    await tx.insert(recordEdits).values(edit);
    await reopenRecord(tx, meeting, viewer, now);
    return saved;
  },
});
