import { changesReader } from "./changes-reader.ts";

export type LiveChange = Readonly<{ id: number; contestId: number; change: string; entryId: number | null }>;
type Raw = [id: string, contestId: string, change: string, entryId: string | null];

/** Reads what changed in contests since the last call. */
export const liveChangesReader = () =>
  changesReader<Raw, LiveChange>({
    name: "live-changes",
    newest: "select coalesce(max(id), 0) as id from live_changes",
    rows: "select id, contest_id, change, entry_id from live_changes where id > $1 or id = any($2::bigint[]) order by id limit 5000",
    read: ([id, contestId, change, entryId]) => ({
      id: Number(id),
      contestId: Number(contestId),
      change,
      entryId: entryId === null ? null : Number(entryId),
    }),
  });
