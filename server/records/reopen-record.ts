import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordSignatures } from "#db/schema/records.ts";
import type { Member } from "#domain/people/viewer.ts";
import type { MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { giveNotice } from "#server/notices/give-notice.ts";

/** Where a record is read. */
export const recordPath = (meetingId: number): string => `/meetings/${meetingId}/record`;

/** After an edit: both signatures fall, and whoever had signed is told, the editor excepted. Open pages hear of it. */
export async function reopenRecord(tx: Tx, { id, title }: MeetingFacts, viewer: Member, now: Date): Promise<void> {
  const fallen = await tx
    .update(recordSignatures)
    .set({ voidedAt: now })
    .where(and(eq(recordSignatures.meetingId, id), isNull(recordSignatures.voidedAt)))
    .returning({ personId: recordSignatures.personId });
  const personIds = [...new Set(fallen.map(({ personId }) => personId))].filter((personId) => personId !== viewer.personId);
  await giveNotice(tx, { personIds, kind: "record-reopened", params: { title, name: viewer.name }, path: recordPath(id), now });
  await noteMeetingChange(tx, id, "record", now);
}
