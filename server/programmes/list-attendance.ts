import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findMeeting } from "./find-meeting.ts";
import { pageOfMeeting } from "./page-of-meeting.ts";

const PAGE = 100;
type Row = { id: string; name: string; branch_name: string; mode: "on_site" | "online" | null; total: number };

/** Who is expected at a meeting and who was there, as far as the viewer looks after them. */
export const listAttendance = query({
  at: "GET /api/desk/programmes/:slug/items/:id/attendance",
  input: z.strictObject({
    slug: z.string().max(120),
    id: idSchema,
    q: blankable(z.string().max(60)),
    mode: blankable(z.enum(["present", "absent"])),
    page: pageSchema,
  }),
  output: z.object({
    programme: z.object({ slug: z.string(), title: z.string() }),
    title: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
    place: z.string(),
    /** A meeting of a group or branch tells who was there, and it is not noted by hand; `meetingPage` where the viewer may open it. */
    isHeld: z.boolean(),
    meetingPage: z.number().nullable(),
    onSite: z.number(),
    online: z.number(),
    expected: z.number(),
    people: z.array(z.object({ id: z.number(), name: z.string(), branchName: z.string(), mode: z.enum(["on_site", "online"]).nullable() })),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, id, q, mode, page }, { viewer }) {
    const found = await findMeeting(db, slug, id);
    if (!found || !can.tendProgramme(viewer, found)) throw new Refusal("not-found");
    const tops = viewer.offices.filter(({ office }) => office !== "leader" && office !== "reviewer").map(({ path }) => path);
    const narrowed: SQL[] = [sql`true`];
    if (q)
      narrowed.push(
        sql`(strpos(w.name, ${q}) > 0 or starts_with(w.pinyin_full, ${q.toLowerCase()}) or starts_with(w.pinyin_initials, ${q.toLowerCase()}))`,
      );
    if (mode) narrowed.push(mode === "present" ? sql`a.mode is not null` : sql`a.mode is null`);
    const expected = sql`from tasks t join people w on w.id = t.person_id join branches b on b.id = w.branch_id
      left join item_attendances a on a.item_id = t.item_id and a.person_id = t.person_id
      where t.item_id = ${id} and t.cancelled_at is null
        and exists (select 1 from unnest(${sql.param(tops)}::text[]) as top where starts_with(b.path, top))`;
    const { rows } = await db.execute<Row>(sql`
      select w.id, w.name, b.name as branch_name, a.mode, (count(*) over ())::int as total ${expected} and ${sql.join(narrowed, sql` and `)}
      order by b.path, w.pinyin_full, w.id limit ${PAGE} offset ${(page - 1) * PAGE}`);
    const counted = await db.execute<{ expected: number; on_site: number; online: number }>(sql`
      select count(*)::int as expected, count(*) filter (where a.mode = 'on_site')::int as on_site,
        count(*) filter (where a.mode = 'online')::int as online ${expected}`);
    const counts = counted.rows[0];
    const { held, title } = found.item;
    const meeting = held ?? found.item.meeting;
    return {
      programme: { slug, title: found.title },
      title,
      startsAt: new Date(meeting?.startsAt ?? found.opensAt),
      endsAt: new Date(meeting?.endsAt ?? found.closesAt),
      place: meeting?.place ?? "",
      isHeld: held !== null,
      meetingPage: await pageOfMeeting(db, held?.id ?? null, viewer),
      onSite: counts?.on_site ?? 0,
      online: counts?.online ?? 0,
      expected: counts?.expected ?? 0,
      people: rows.map((row) => ({ id: Number(row.id), name: row.name, branchName: row.branch_name, mode: row.mode })),
      total: rows[0]?.total ?? 0,
      page,
    };
  },
});
