import { changesReader } from "#server/boards/changes-reader.ts";
import type { MeetingChange } from "#server/meetings/note-change.ts";

export type NotedChange = Readonly<{ id: number; meetingId: number; change: MeetingChange }>;

/** Reads what changed in meetings since the last call. */
export const meetingChangesReader = () =>
  changesReader<[id: string, meetingId: string, change: string], NotedChange>({
    name: "meeting-changes",
    newest: "select coalesce(max(id), 0) as id from meeting_changes",
    rows: "select id, meeting_id, change from meeting_changes where id > $1 or id = any($2::bigint[]) order by id limit 5000",
    read: ([id, meetingId, change]) => ({ id: Number(id), meetingId: Number(meetingId), change: change as MeetingChange }),
  });
