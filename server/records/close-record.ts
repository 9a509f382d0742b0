import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { meetingRecords } from "#db/schema/records.ts";
import { recordCharacters } from "#domain/records/record-of.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { settleMeetingPoints } from "#server/points/meeting-points.ts";
import { countAttendance } from "#server/programmes/count-attendance.ts";
import { makeDecisionTasks } from "./decision-tasks.ts";
import { ensureRecord, loadRecord } from "./load-record.ts";

/** Locks a record: what the facts say is kept with it, its characters are counted, and decisions become tasks. Triggers guard it from then on. */
export async function closeRecord(tx: Tx, meeting: { id: number; title: string }, now: Date): Promise<void> {
  await makeDecisionTasks(tx, meeting, now);
  await ensureRecord(tx, meeting.id, now);
  const loaded = await loadRecord(tx, meeting.id, { now, language: "zh-CN" });
  if (!loaded) throw new Error(`there is no meeting ${meeting.id}`);
  const { facts, record } = loaded;
  const text = Object.fromEntries(record.map((entry) => [entry.field, entry.text]));
  await tx
    .update(meetingRecords)
    .set({ snapshot: { facts, text }, characters: recordCharacters(record), lockedAt: now })
    .where(eq(meetingRecords.meetingId, meeting.id));
  await countAttendance(tx, sql`m.id = ${meeting.id}`);
  await noteMeetingChange(tx, meeting.id, "record", now);
  await settleMeetingPoints(tx, meeting.id, now);
}
