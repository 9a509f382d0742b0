import { eq, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import type { CalendarEvent } from "#domain/meetings/ics.ts";

const MOST = 500;

/** Meetings as calendar events. `where` must say which may be shown. */
export async function calendarEvents(db: Db, where: SQL | undefined, origin: string, now: Date): Promise<CalendarEvent[]> {
  const { id, title, startsAt, endsAt, place, link, intro, revision, cancelledAt } = meetings;
  const rows = await db
    .select({
      ...{ id, title, startsAt, endsAt, place, link, intro, revision, cancelledAt },
      group: groups.name,
      leadReader: people.name,
    })
    .from(meetings)
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(people, eq(people.id, meetings.leadReaderId))
    .where(where)
    .orderBy(startsAt, id)
    .limit(MOST);
  return rows.map((row) => ({
    // Not of the host: one installation may be reached by several names.
    uid: `meeting-${row.id}@zhixing`,
    sequence: row.revision,
    title: row.group ? `${row.title}（${row.group}）` : row.title,
    ...{ startsAt: row.startsAt, endsAt: row.endsAt, changedAt: now },
    place: [row.place, row.link].filter((part) => part !== "").join(" "),
    description: row.intro,
    url: `${origin}/meetings/${row.id}`,
    isCancelled: row.cancelledAt !== null,
  }));
}
