import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { isTooSmall } from "#domain/completion/fold-small.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { totalOf } from "./branch-figures.ts";
import { countsSchema, withPercent } from "./counts-schema.ts";
import { readPeopleFigures } from "./people-figures.ts";
import { askOf } from "./report-ask.ts";
import { reportHead } from "./report-programme.ts";
import { completionPaths } from "./report-scope.ts";

const PAGE_SIZE = 10;
export const REPORT_PERIODS = ["running", "coming", "over"] as const;
type Period = (typeof REPORT_PERIODS)[number];

const row = reportHead.omit({ modules: true, audiences: true }).extend({
  items: z.number(),
  people: z.number(),
  unfinished: z.number(),
  /** Null: fewer than three people, and the viewer does not administer them. */
  total: countsSchema.nullable(),
});

/** Published programmes of which some part is in the viewer's reach, the latest first. */
async function listSlugs(db: Db, viewer: Member, period: Period | undefined, page: number, now: Date) {
  const when = {
    running: sql`p.opens_at <= ${now} and p.closes_at > ${now}`,
    coming: sql`p.opens_at > ${now}`,
    over: sql`p.closes_at <= ${now}`,
  };
  const { rows } = await db.execute<{ slug: string; total: number }>(sql`
    select p.slug, count(*) over ()::int as total from programmes p join branches top on top.id = p.branch_id
    where p.published_at is not null and p.cancelled_at is null and ${period ? when[period] : sql`true`}
      and exists (select 1 from unnest(${sql.param(completionPaths(viewer))}::text[]) r(path)
        where starts_with(top.path, r.path) or starts_with(r.path, top.path))
    order by p.opens_at desc, p.id desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
  return rows;
}

/** One programme's sums, by the very query its own report is made of. */
async function rowOf(db: Db, viewer: Member, slug: string, now: Date): Promise<z.input<typeof row>> {
  const ask = await askOf(db, viewer, { slug }, now);
  const { people, unfinished, byItem } = await readPeopleFigures(db, { ...ask, sort: "name" }, 0, 0);
  const isWithheld = people > 0 && isTooSmall(people) && !ask.scope.seesSmall;
  const total = isWithheld ? null : withPercent(totalOf(ask, byItem));
  return { ...ask.programme, items: ask.items.length, people, unfinished: isWithheld ? 0 : unfinished, total };
}

/** The programmes whose people the viewer looks after, each with how far they came. */
export const listReports = query({
  at: "GET /api/desk/reports",
  input: z.strictObject({ period: blankable(z.enum(REPORT_PERIODS)), page: pageSchema }),
  output: z.object({ programmes: z.array(row), total: z.number(), page: z.number(), pageSize: z.number() }),
  door: "desk",
  may: can.seeReports,
  async run(db, { period, page }, { viewer, now }) {
    const slugs = await listSlugs(db, viewer, period, page, now);
    const programmes: z.input<typeof row>[] = [];
    // One after the other: together they would take every connection of the desk.
    for (const { slug } of slugs) programmes.push(await rowOf(db, viewer, slug, now));
    return { programmes, total: slugs[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
  },
});
