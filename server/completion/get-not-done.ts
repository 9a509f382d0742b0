import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { readBranchLines } from "./branch-lines.ts";
import { nameAccessOf } from "./name-access.ts";
import { askOf } from "./report-ask.ts";
import { reportFilter } from "./report-filter.ts";
import { reportHead, reportItem } from "./report-programme.ts";
import { nameAccessSchema } from "./report-schemas.ts";
import { readTree, scopeSchema } from "./report-scope.ts";
import { idsParam, type ReportAsk, scopedTasks, summed } from "./scoped-tasks.ts";

/** Names in one message; a chat takes no more. */
const MOST_NAMES = 500;
const place = z.object({ id: z.number(), name: z.string() });

/** Of one item whoever owes it, required or not; of a whole programme what is required of persons. */
function owedOf(ask: ReportAsk): ReportAsk {
  if (ask.filter.item === undefined) return { ...ask, items: summed(ask.items) };
  return { ...ask, items: ask.items.map((item) => ({ ...item, isRequired: true })) };
}

const PENDING = sql`t.done_at is null and t.waived_at is null and t.cancelled_at is null`;

type Row = { id: string; name: string; branch: string; items: number; overdue: number };

/** Who has something left to do, by branch and pinyin and never by how much. */
async function listPeople(db: Db, ask: ReportAsk) {
  const tree = await readTree(db, ask.scope);
  const { rows } = await db.execute<Row>(sql`
    with one as (
      select t.person_id, count(*)::int as items, (count(*) filter (where t.due_at < ${ask.now}))::int as overdue
      from ${scopedTasks(ask)} and t.person_id is not null and ${PENDING} group by t.person_id
    )
    select people.id, people.name, home.name as branch, one.items, one.overdue
    from one join people on people.id = one.person_id join branches home on home.id = people.branch_id
      left join unnest(${idsParam(tree)}) with ordinality as o(id, place) on o.id = home.id
    order by o.place nulls last, people.pinyin_full, people.id limit ${MOST_NAMES}`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Units that still owe the item as units: names of branches, which are nobody's. */
async function listUnits(db: Db, ask: ReportAsk) {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select u.id, u.name from branches u
    where u.id in (select t.branch_id from ${scopedTasks(ask)} and t.person_id is null and ${PENDING}) order by u.path limit ${MOST_NAMES}`);
  return rows.map(({ id, name }) => ({ id: Number(id), name }));
}

/**
 * Who has not done an item, or has something of the programme left: how many by branch, and their names for who may see them; a list
 * to be copied into a chat.
 */
export const getNotDone = query({
  at: "GET /api/desk/reports/:slug/not-done",
  input: z.strictObject(reportFilter),
  output: z.object({
    programme: reportHead,
    scope: scopeSchema,
    names: nameAccessSchema,
    /** What is asked about, and everything that could be. */
    items: z.array(reportItem),
    everyItem: z.array(reportItem),
    /** Null: fewer than three people, and the viewer does not administer them. */
    unfinished: z.number().nullable(),
    people: z.number().nullable(),
    byBranch: z.array(z.object({ branch: place.nullable(), unfinished: z.number(), people: z.number() })),
    /** Null: without access to names they do not come. The first 500. */
    named: z.array(z.object({ id: z.number(), name: z.string(), branch: z.string(), items: z.number(), overdue: z.number() })).nullable(),
    units: z.array(place),
    asOf: z.date(),
  }),
  door: "desk",
  may: can.seeReports,
  async run(db, filter, { viewer, now }) {
    const ask = owedOf(await askOf(db, viewer, filter, now));
    const names = await nameAccessOf(db, viewer, now);
    // One after the other: a page takes one connection, not three.
    const { lines, whole } = await readBranchLines(db, viewer, ask);
    const named = names.access === "aggregate" ? null : await listPeople(db, ask);
    const units = await listUnits(db, ask);
    const byBranch = lines.map(({ branch, unfinished, people }) => ({ branch, unfinished, people }));
    return {
      ...{ programme: ask.programme, scope: { focus: ask.scope.focus, above: [...ask.scope.above] }, names, items: [...ask.items] },
      everyItem: ask.programme.items,
      ...{ unfinished: whole?.unfinished ?? null, people: whole?.people ?? null, byBranch, named, units, asOf: now },
    };
  },
});
