import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { EntryRule } from "#domain/points/rules.ts";
import { boundsOfYear, DIMENSIONS, dimensionOf, type LedgerDimension, statementOf } from "#domain/points/study-year.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { listEntries, pointEntrySchema } from "./entry-schema.ts";
import { policyById } from "./policy-at.ts";
import { publishedYears } from "./published-years.ts";

/** As many as a year can have: five things a day at most pay. */
const MOST = 3_000;

type Period = Readonly<{ from: string; until: string; publishedAt: Date }>;
type Task = { title: string; title_en: string; due_on: string; done_at: Date | null };

/**
 * What the person owed in the year, with what was done by the day it was published; what was waived or taken back was not owed, and what
 * is due later not yet, unless it is done already.
 */
async function tasksOf(db: Db, personId: number, { from, until, publishedAt }: Period) {
  const day = sql`(coalesce(t.due_at, t.created_at) at time zone 'Asia/Shanghai')::date`;
  const { rows } = await db.execute<Task>(sql`
    select i.title, i.title_en, ${day}::text as due_on, case when t.done_at <= ${publishedAt} then t.done_at end as done_at
    from tasks t join programme_items i on i.id = t.item_id
    where t.person_id = ${personId} and i.is_required and t.cancelled_at is null and t.waived_at is null and t.created_at <= ${publishedAt}
      and (t.due_at is null or t.due_at <= ${publishedAt} or t.done_at <= ${publishedAt})
      and ${day} >= ${from} and ${day} < ${until} order by 3, t.id`);
  return rows.map((row) => ({
    ...{ title: row.title, titleEn: row.title_en, day: row.due_on },
    doneAt: row.done_at === null ? null : new Date(row.done_at),
  }));
}

type Counted = Readonly<{ rule: EntryRule; corrects: { rule: EntryRule } | null; granted: number }>;
const partOf = ({ rule, corrects }: Counted) => dimensionOf(rule, corrects?.rule);

function pointsOf(entries: readonly Counted[]): Record<LedgerDimension, number> {
  const points = { practice: 0, contribution: 0, meeting: 0, contest: 0 };
  for (const entry of entries) {
    const part = partOf(entry);
    if (part) points[part] += entry.granted;
  }
  return points;
}

const count = z.number();

/**
 * One's own statement of a study year that was published (R27): by which weights, from what of the ledger and of what one owed, part by part
 * and entry by entry. It follows from facts until the moment it was published, and is nobody else's.
 */
export const getMyStudyYear = query({
  at: "GET /api/me/points/years/:year",
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2200) }),
  output: z.object({
    ...{ year: count, publishedAt: z.date(), from: z.string(), until: z.string(), total: count },
    parts: z.array(
      z.object({ dimension: z.enum(DIMENSIONS), reached: count, of: count, share: count, weight: count, adds: count }).extend({
        entries: z.array(pointEntrySchema),
      }),
    ),
    tasks: z.array(z.object({ title: z.string(), titleEn: z.string(), day: z.string(), doneAt: z.date().nullable() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { year }, { viewer: { personId } }) {
    const published = (await publishedYears(db)).find((one) => one.year === year);
    const kept = published && (await policyById(db, published.policyId));
    if (!published || !kept) throw new Refusal("not-found");
    const { publishedAt } = published;
    const weighing = kept.policy.year;
    const bounds = boundsOfYear(year, weighing.startsInMonth);
    const tasks = await tasksOf(db, personId, { ...bounds, publishedAt });
    const inYear = sql`e.person_id = ${personId} and coalesce(c.day, e.day) >= ${bounds.from} and coalesce(c.day, e.day) < ${bounds.until}
      and e.entered_at <= ${publishedAt}`;
    const entries = await listEntries(db, inYear, { limit: MOST });
    const done = tasks.filter(({ doneAt }) => doneAt !== null).length;
    const { parts, total } = statementOf({ owed: tasks.length, done, points: pointsOf(entries) }, weighing);
    return {
      ...{ year, publishedAt, ...bounds, total, tasks },
      parts: parts.map((part) => ({ ...part, entries: entries.filter((entry) => partOf(entry) === part.dimension) })),
    };
  },
});
