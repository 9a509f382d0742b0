import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { attendanceOf } from "#domain/meetings/attendance.ts";
import { coverageOf, spokenShare } from "#domain/records/coverage.ts";
import { Refusal } from "#domain/refusal.ts";
import { groupFacts } from "#server/groups/group-facts.ts";
import { query } from "#server/verb.ts";
import { wasHeld, yearOfMeeting } from "./held-meetings.ts";

const attendance = z.enum(["present", "late", "leave", "absent", "expected"]);

/** Who was on the list of which of these meetings, how they stand, and how often they spoke. */
async function listPresences(db: Db, meetingIds: readonly number[]) {
  type Found = {
    meeting_id: string;
    person_id: string;
    name: string;
    reply: "yes" | "online" | "leave" | null;
    excused_at: string | null;
    checked_in_at: string | null;
    starts_at: string;
    spoke: number;
  };
  const { rows } = await db.execute<Found>(sql`
    select mp.meeting_id, mp.person_id, p.name, mp.reply, mp.excused_at, c.checked_in_at, m.starts_at,
      (select count(*)::int from speeches s where s.meeting_id = mp.meeting_id and s.person_id = mp.person_id and s.deleted_at is null) as spoke
    from meeting_people mp join people p on p.id = mp.person_id join meetings m on m.id = mp.meeting_id
    left join check_ins c on c.meeting_id = mp.meeting_id and c.person_id = mp.person_id and c.withdrawn_at is null
    where mp.meeting_id = any(${sql.param([...meetingIds])}::bigint[]) and mp.removed_at is null order by p.pinyin_full, p.id`);
  const momentOf = (text: string | null) => (text === null ? null : new Date(text));
  return rows.map((row) => {
    const facts = { reply: row.reply, excusedAt: momentOf(row.excused_at), checkedInAt: momentOf(row.checked_in_at) };
    const how = attendanceOf(facts, { startsAt: new Date(row.starts_at) }, true);
    return {
      ...{ personId: Number(row.person_id), meetingId: Number(row.meeting_id), name: row.name, attendance: how, spoke: row.spoke },
      isThere: how === "present" || how === "late",
    };
  });
}

/**
 * Who of a group came to and spoke at its meetings of a year: each at least once (R29). Everybody with a name for who leads the group or
 * looks after it; for its other members the counts and their own line.
 */
export const getCoverage = query({
  at: "GET /api/register/coverage",
  input: z.strictObject({ group: z.string().max(100), year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    group: z.object({ slug: z.string(), name: z.string() }),
    year: z.number(),
    spoke: z.number(),
    people: z.number(),
    named: z.boolean(),
    meetings: z.array(z.object({ id: z.number(), title: z.string(), startsAt: z.date() })),
    rows: z.array(
      z.object({
        name: z.string(),
        mine: z.boolean(),
        ...{ listed: z.number(), attended: z.number(), spokeAt: z.number(), speeches: z.number(), led: z.number() },
        cells: z.array(z.object({ meetingId: z.number(), attendance, spoke: z.number() })),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { group: slug, year }, { viewer }) {
    const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
    if (!group || !(can.joinIn(viewer, group) || can.leadGroup(viewer, group))) throw new Refusal("not-found");
    const { id, title, startsAt, leadReaderId } = meetings;
    const held = await db
      .select({ id, title, startsAt, leadReaderId })
      .from(meetings)
      .where(and(eq(meetings.groupId, group.id), eq(yearOfMeeting, year), wasHeld))
      .orderBy(asc(startsAt));
    const presences = await listPresences(
      db,
      held.map((meeting) => meeting.id),
    );
    const names = new Map(presences.map(({ personId, name }) => [personId, name]));
    const led = new Map(
      [...Map.groupBy(held, (meeting) => meeting.leadReaderId)].flatMap(([who, those]) =>
        who === null ? [] : [[who, those.length] as const],
      ),
    );
    const coverage = coverageOf([...names.keys()], presences, led);
    const named = can.leadGroup(viewer, group);
    return {
      ...{ group: { slug: group.slug, name: group.name }, year, named, ...spokenShare(coverage) },
      meetings: held.map((meeting) => ({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt })),
      rows: coverage
        .filter(({ personId }) => named || personId === viewer.personId)
        .map(({ personId, ...counts }) => ({
          ...{ name: names.get(personId) ?? "", mine: personId === viewer.personId, ...counts },
          cells: presences
            .filter((presence) => presence.personId === personId)
            .map((presence) => ({ meetingId: presence.meetingId, attendance: presence.attendance, spoke: presence.spoke })),
        })),
    };
  },
});
