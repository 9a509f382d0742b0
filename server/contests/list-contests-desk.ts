import { desc, sql } from "drizzle-orm";
import { z } from "zod";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { query } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { contestRows } from "./find-contest.ts";
import { runBy } from "./visible-contests.ts";

const PAGE = 50;

/** The contests one runs, newest first, with who has entered so far. */
export const listContestsDesk = query({
  at: "GET /api/desk/contests",
  input: z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  output: z.object({
    contests: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        branchName: z.string(),
        phase: z.string(),
        opensAt: z.date(),
        closesAt: z.date(),
        entered: z.number(),
        eligible: z.number(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { page }, { viewer, now }) {
    const rows = await contestRows(db)
      .where(runBy(viewer))
      .orderBy(desc(contests.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    const counted = await db.execute<{ total: number }>(
      sql`select count(*)::int as total from contests join branches on branches.id = contests.branch_id where ${runBy(viewer)}`,
    );
    const ids = rows.map(({ id }) => id);
    const numbers = await db.execute<{ id: string; entered: number; eligible: number }>(sql`
      select c.id, (select count(*)::int from entries e where e.contest_id = c.id) as entered,
        (select count(*)::int from contest_roster r where r.contest_id = c.id) as eligible
      from contests c where c.id = any(${sql.param(ids)}::bigint[])`);
    const byId = new Map(numbers.rows.map((row) => [Number(row.id), row]));
    const total = counted.rows[0]?.total ?? 0;
    return {
      contests: rows.map((row) => ({
        slug: row.slug,
        title: row.title,
        branchName: row.branchName,
        phase: phaseOf(phasedContest(row), now),
        opensAt: row.opensAt,
        closesAt: row.closesAt,
        entered: byId.get(row.id)?.entered ?? 0,
        eligible: byId.get(row.id)?.eligible ?? 0,
      })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE)),
    };
  },
});
