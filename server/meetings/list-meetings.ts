import { and, eq, gte, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { blankable, lineSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { visibleMeetings } from "./meeting-facts.ts";
import { meetingLineSchema, meetingLines } from "./meeting-line.ts";

/** How many a page holds. */
export const PAGE = 30;
const monthSchema = blankable(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** The instants of a month on the organisation's clock. */
function monthWindow(month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const from = new Date(`${month}-01T00:00:00+08:00`);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return { from, to: new Date(`${next}-01T00:00:00+08:00`) };
}

/** The meetings one may see: those to come (or of a month), or those that are over, the newest first. */
export const listMeetings = query({
  at: "GET /api/meetings",
  input: z.strictObject({
    when: z.enum(["coming", "past"]).default("coming"),
    month: monthSchema,
    kind: blankable(lineSchema(40)),
    group: blankable(lineSchema(80)),
    page: pageSchema,
  }),
  output: z.object({ meetings: z.array(meetingLineSchema), count: z.number() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { when, month, kind, group, page }, { viewer, now }) {
    const window = month === undefined ? null : monthWindow(month);
    const over = sql`coalesce(${meetings.closedAt}, ${meetings.endsAt}) <= ${now}`;
    const time: SQL | undefined = window
      ? and(gte(meetings.startsAt, window.from), lt(meetings.startsAt, window.to))
      : when === "past"
        ? and(over, isNotNull(meetings.announcedAt))
        : sql`not (${over})`;
    const where = and(
      visibleMeetings(viewer),
      time,
      kind === undefined ? undefined : eq(meetings.kind, kind),
      group === undefined ? undefined : eq(groups.slug, group),
      // Called off before anybody was told: nobody needs to hear of it.
      or(isNotNull(meetings.announcedAt), sql`${meetings.cancelledAt} is null`),
    );
    const order = when === "past" && !window ? sql`${meetings.startsAt} desc` : sql`${meetings.startsAt}`;
    const limit = window ? 200 : PAGE;
    const [counted] = (
      await db.execute<{ count: number }>(sql`
        select count(*)::int as count from meetings join branches on branches.id = meetings.branch_id
        left join groups on groups.id = meetings.group_id where ${where}`)
    ).rows;
    const count = counted?.count ?? 0;
    const found = await meetingLines(db, viewer, now, { where, order, limit, offset: window ? 0 : (page - 1) * PAGE });
    return { meetings: found, count };
  },
});
