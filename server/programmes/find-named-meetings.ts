import { inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { programmeItems } from "#db/schema/programmes.ts";
import type { Member } from "#domain/people/viewer.ts";
import { meetingFacts, visibleMeetings } from "#server/meetings/meeting-facts.ts";

/** A meeting that an item of a programme is. `title` null: the viewer may not see it, and finds it in the programme already. */
export type NamedMeeting = Readonly<{ title: string | null; startsAt: Date; endsAt: Date; place: string; isCancelled: boolean }>;
type Row = { id: string; title: string; starts_at: Date; ends_at: Date; place: string; cancelled_at: Date | null };

async function visibleIds(db: Db | Tx, ids: readonly number[], viewer: Member | null): Promise<ReadonlySet<number>> {
  if (!viewer) return new Set();
  const rows = await meetingFacts(db, viewer, sql`${inArray(meetings.id, [...ids])} and ${visibleMeetings(viewer)}`);
  return new Set(rows.map(({ id }) => id));
}

/** The meetings a draft names: those the viewer may see, and those that its programme names already. */
export async function findNamedMeetings(
  db: Db | Tx,
  ids: readonly number[],
  programmeId: number | null,
  viewer: Member | null,
): Promise<ReadonlyMap<number, NamedMeeting>> {
  if (ids.length === 0) return new Map();
  const visible = await visibleIds(db, ids, viewer);
  const { rows } = await db.execute<Row>(sql`
    select m.id, m.title, m.starts_at, m.ends_at, m.place, m.cancelled_at from meetings m
    where m.id = any(${sql.param(ids)}::bigint[]) and (m.id = any(${sql.param([...visible])}::bigint[])
      or exists (select 1 from ${programmeItems} i where i.programme_id = ${programmeId}::bigint and i.meeting_id = m.id))`);
  return new Map(
    rows.map(({ id, title, starts_at, ends_at, place, cancelled_at }) => [
      Number(id),
      {
        ...{ title: visible.has(Number(id)) ? title : null, place, isCancelled: cancelled_at !== null },
        ...{ startsAt: new Date(starts_at), endsAt: new Date(ends_at) },
      },
    ]),
  );
}
