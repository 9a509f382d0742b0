import { desc, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { dayStart } from "#domain/contests/days.ts";
import { query } from "#server/verb.ts";
import { contestCard, contestCardSchema } from "./contest-card.ts";
import { contestRows } from "./find-contest.ts";
import { enterableBy } from "./visible-contests.ts";

const MOST = 100;

/** The contests one may enter: running and coming ones first, then those that are over. */
export const listContests = query({
  at: "GET /api/contests",
  input: z.strictObject({}),
  output: z.object({
    contests: z.array(
      contestCardSchema.omit({ rules: true, intro: true }).extend({
        /** Of the contest, or of today where tries are given by the day (D4.2). */
        attemptsAllowed: z.number(),
        attemptsUsed: z.number(),
        triesOf: z.enum(["contest", "day"]),
        running: z.boolean(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const rows = await contestRows(db, viewer.personId)
      .where(enterableBy(viewer))
      .orderBy(sql`(${contests.closesAt} > ${now}) desc`, desc(contests.opensAt))
      .limit(MOST);
    if (rows.length === 0) return { contests: [] };
    const own = await db.execute<{ contest_id: string; used: number; today: number; running: boolean }>(sql`
      select e.contest_id, count(a.id)::int as used,
        count(a.id) filter (where a.started_at >= ${dayStart(now)} and a.state <> 'voided')::int as today, coalesce(bool_or(a.state = 'in_progress' and a.ends_at > ${now}), false) as running
      from entries e join attempts a on a.entry_id = e.id
      where e.person_id = ${viewer.personId} and ${inArray(
        sql`e.contest_id`,
        rows.map(({ id }) => id),
      )} group by e.contest_id`);
    const mine = new Map(own.rows.map((row) => [Number(row.contest_id), row]));
    return {
      contests: rows.map((row) => {
        const { format, attempts } = row.rules;
        const own = mine.get(row.id) ?? { used: 0, today: 0, running: false };
        const isDaily = format?.kind === "daily";
        return {
          ...contestCard(row, now),
          attemptsAllowed: isDaily ? format.perDay : attempts,
          attemptsUsed: isDaily ? own.today : own.used,
          triesOf: isDaily ? ("day" as const) : ("contest" as const),
          running: own.running,
        };
      }),
    };
  },
});
