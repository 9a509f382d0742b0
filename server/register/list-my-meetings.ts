import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { attendanceOf } from "#domain/meetings/attendance.ts";
import { query } from "#server/verb.ts";

const MOST = 300;
type Row = {
  id: string;
  title: string;
  group_name: string | null;
  starts_at: string;
  reply: "yes" | "online" | "leave" | null;
  excused_at: string | null;
  checked_in_at: string | null;
  spoke: number;
  led: boolean;
};
const momentOf = (text: string | null) => (text === null ? null : new Date(text));

/** One's own record of attendance and speech over all groups and years; nobody else sees it here. */
export const listMyMeetings = query({
  at: "GET /api/register/mine",
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        group: z.string().nullable(),
        startsAt: z.date(),
        attendance: z.enum(["present", "late", "leave", "absent", "expected"]),
        spoke: z.number(),
        led: z.boolean(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer: { personId } }) {
    const { rows } = await db.execute<Row>(sql`
      select m.id, m.title, g.name as group_name, m.starts_at, mp.reply, mp.excused_at, c.checked_in_at, coalesce(m.lead_reader_id = ${personId}, false) as led,
        (select count(*)::int from speeches s where s.meeting_id = m.id and s.person_id = ${personId} and s.deleted_at is null) as spoke
      from meeting_people mp join meetings m on m.id = mp.meeting_id left join groups g on g.id = m.group_id
      left join check_ins c on c.meeting_id = m.id and c.person_id = ${personId} and c.withdrawn_at is null
      where mp.person_id = ${personId} and mp.removed_at is null and m.cancelled_at is null and m.opened_at is not null
      order by m.starts_at desc limit ${MOST}`);
    const items = rows.map((row) => {
      const startsAt = new Date(row.starts_at);
      const facts = { reply: row.reply, excusedAt: momentOf(row.excused_at), checkedInAt: momentOf(row.checked_in_at) };
      const attendance = attendanceOf(facts, { startsAt }, true);
      return { id: Number(row.id), title: row.title, group: row.group_name, startsAt, attendance, spoke: row.spoke, led: row.led };
    });
    return { items };
  },
});
