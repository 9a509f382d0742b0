import { sql } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { visibleMeetings } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";

type Row = { id: string; title: string; starts_at: Date; ends_at: Date; place: string; holder: string };
const MOST = 20;

/** Meetings that an item of a programme may be: those the viewer may see, by words of their title or by their day; the nearest to now first. */
export const listHeldMeetings = query({
  at: "GET /api/desk/programme-meetings",
  input: z.strictObject({ branchId: idSchema, q: blankable(lineSchema(60)), day: blankable(z.iso.date()) }),
  output: z.object({
    meetings: z.array(
      z.object({ id: z.number(), title: z.string(), startsAt: z.date(), endsAt: z.date(), place: z.string(), holder: z.string() }),
    ),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { branchId, q = "", day }, { viewer, now }) {
    const branch = await findBranch(db, branchId);
    if (!branch || !can.makeProgramme(viewer, branch)) throw new Refusal("not-found");
    const onDay = day === undefined ? sql`true` : sql`(${meetings.startsAt} at time zone 'Asia/Shanghai')::date = ${day}::date`;
    const { rows } = await db.execute<Row>(sql`
      select meetings.id, meetings.title, meetings.starts_at, meetings.ends_at, meetings.place, coalesce(groups.name, branches.name) as holder
      from meetings join branches on branches.id = meetings.branch_id left join groups on groups.id = meetings.group_id
      where ${visibleMeetings(viewer)} and meetings.cancelled_at is null and ${onDay}
        and strpos(lower(meetings.title || ' ' || coalesce(groups.name, branches.name)), lower(${q})) > 0
      order by abs(extract(epoch from meetings.starts_at - ${now}::timestamptz)), meetings.id limit ${MOST}`);
    return {
      meetings: rows.map(({ id, title, starts_at, ends_at, place, holder }) => ({
        ...{ id: Number(id), title, place, holder },
        ...{ startsAt: new Date(starts_at), endsAt: new Date(ends_at) },
      })),
    };
  },
});
