import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileAddress } from "#server/files/file-address.ts";
import { storeFile } from "#server/files/store-file.ts";
import { idSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command } from "#server/verb.ts";
import { refuseClosedRecord } from "./refuse-closed-record.ts";
import { reopenRecord } from "./reopen-record.ts";

const MOST_FILES = 50;

/** Adds a file to a record that is open yet: a picture, a PDF, a recording. Who may read the record may read it. */
export const attachToRecord = command({
  at: "POST /api/meetings/:id/record/files",
  input: z.strictObject({ id: idSchema, file: uploadSchema }),
  output: z.object({ id: z.number(), name: z.string(), address: z.string() }),
  refusals: [
    ...["file-empty", "file-too-large", "file-type", "picture-damaged", "picture-too-large", "too-many-attachments"],
    ...["record-locked", "meeting-not-begun", "meeting-cancelled"],
  ],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.writeRecord,
  async run(tx, meeting, { file: given }, { viewer, now }) {
    refuseClosedRecord(meeting, now);
    const held = await tx.$count(files, and(eq(files.meetingId, meeting.id), isNull(files.removedAt)));
    if (held >= MOST_FILES) throw new Refusal("too-many-attachments", { limit: MOST_FILES, field: "file" });
    const file = await storeFile(tx, { meetingId: meeting.id, ...given, createdBy: viewer.personId, now });
    await reopenRecord(tx, meeting, viewer, now);
    return { id: file.id, name: file.name, address: fileAddress(file) };
  },
});
