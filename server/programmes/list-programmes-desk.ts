import { and, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { PROGRAMME_STATES, stateOf } from "#domain/programmes/programme-state.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { programmeRows } from "./find-programme.ts";
import { runBy } from "./visible-programmes.ts";

const PAGE = 50;

/** A state as a condition: stateOf said in SQL. */
function inState(state: (typeof PROGRAMME_STATES)[number], now: Date): SQL {
  const live = sql`${programmes.publishedAt} is not null and ${programmes.cancelledAt} is null`;
  switch (state) {
    case "cancelled":
      return sql`${programmes.cancelledAt} is not null`;
    case "draft":
      return sql`${programmes.publishedAt} is null and ${programmes.cancelledAt} is null`;
    case "coming":
      return sql`${live} and ${programmes.opensAt} > ${now}`;
    case "open":
      return sql`${live} and ${programmes.opensAt} <= ${now} and ${programmes.closesAt} > ${now}`;
    case "over":
      return sql`${live} and ${programmes.closesAt} <= ${now}`;
  }
}

const escaped = (q: string) => `%${q.replace(/[\\%_]/g, "\\$&")}%`;

/** The programmes one runs, newest first, narrowed by words, kind and state, with how far their tasks are. */
export const listProgrammesDesk = query({
  at: "GET /api/desk/programmes",
  input: z.strictObject({
    q: blankable(z.string().max(60)),
    kind: blankable(z.enum(["programme", "campaign", "template"])),
    state: blankable(z.enum(PROGRAMME_STATES)),
    page: pageSchema,
  }),
  output: z.object({
    items: z.array(
      z.object({
        slug: z.string(),
        kind: z.string(),
        title: z.string(),
        branchName: z.string(),
        state: z.enum(PROGRAMME_STATES),
        opensAt: z.date(),
        closesAt: z.date(),
        tasks: z.number(),
        ended: z.number(),
      }),
    ),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { q, kind, state, page }, { viewer, now }) {
    const where = and(
      runBy(viewer),
      q ? or(ilike(programmes.title, escaped(q)), ilike(programmes.titleEn, escaped(q))) : undefined,
      kind && eq(programmes.kind, kind),
      state && inState(state, now),
    );
    const rows = await programmeRows(db)
      .where(where)
      .orderBy(desc(programmes.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    const [counted] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(programmes)
      .innerJoin(branches, eq(branches.id, programmes.branchId))
      .where(where);
    const ids = rows.map(({ id }) => id);
    const numbers = await db.execute<{ id: string; tasks: number; ended: number }>(sql`
      select programme_id as id, count(*)::int as tasks, count(*) filter (where done_at is not null or waived_at is not null)::int as ended
      from tasks where programme_id = any(${sql.param(ids)}::bigint[]) and cancelled_at is null group by programme_id`);
    const byId = new Map(numbers.rows.map((row) => [Number(row.id), row]));
    return {
      items: rows.map((row) => {
        const { slug, title, branchName, opensAt, closesAt } = row;
        const { tasks = 0, ended = 0 } = byId.get(row.id) ?? {};
        return { slug, kind: row.kind, title, branchName, state: stateOf(row, now), opensAt, closesAt, tasks, ended };
      }),
      total: counted?.total ?? 0,
      page,
    };
  },
});
