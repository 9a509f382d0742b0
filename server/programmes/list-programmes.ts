import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { PROGRAMME_STATES, stateOf } from "#domain/programmes/programme-state.ts";
import { query } from "#server/verb.ts";

type Row = {
  slug: string;
  kind: string;
  title: string;
  title_en: string;
  opens_at: Date;
  closes_at: Date;
  published_at: Date;
  done: number;
  total: number;
  overdue: number;
  next_due: Date | null;
};

/** One's own programmes that run, are coming or ended within the last month: how far one is, and what is due next. */
export const listProgrammes = query({
  at: "GET /api/programmes",
  input: z.strictObject({}),
  output: z.object({
    programmes: z.array(
      z.object({
        slug: z.string(),
        kind: z.string(),
        title: z.string(),
        titleEn: z.string(),
        state: z.enum(PROGRAMME_STATES),
        opensAt: z.date(),
        closesAt: z.date(),
        done: z.number(),
        total: z.number(),
        overdue: z.number(),
        nextDueAt: z.date().nullable(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const open = sql`t.done_at is null and t.waived_at is null`;
    const { rows } = await db.execute<Row>(sql`
      select p.slug, p.kind, p.title, p.title_en, p.opens_at, p.closes_at, p.published_at, count(*) filter (where i.is_required)::int as total,
        count(*) filter (where i.is_required and not (${open}))::int as done,
        count(*) filter (where ${open} and t.due_at <= ${now})::int as overdue, min(t.due_at) filter (where ${open} and t.due_at > ${now}) as next_due
      from tasks t join programme_items i on i.id = t.item_id join programmes p on p.id = t.programme_id
      where t.person_id = ${viewer.personId} and t.cancelled_at is null and p.published_at is not null and p.cancelled_at is null
        and starts_with(${viewer.branchPath}, (select b.path from branches b where b.id = p.branch_id))
        and p.closes_at > ${new Date(now.getTime() - 30 * 86_400_000)}
      group by p.id order by p.closes_at <= ${now}, p.opens_at > ${now}, min(t.due_at) filter (where ${open}) nulls last, p.id limit 100`);
    return {
      programmes: rows.map((row) => {
        const [opensAt, closesAt, publishedAt] = [new Date(row.opens_at), new Date(row.closes_at), new Date(row.published_at)];
        const { slug, kind, title, title_en: titleEn, done, total, overdue } = row;
        const state = stateOf({ opensAt, closesAt, publishedAt, cancelledAt: null }, now);
        return {
          slug,
          kind,
          title,
          titleEn,
          state,
          opensAt,
          closesAt,
          done,
          total,
          overdue,
          nextDueAt: row.next_due && new Date(row.next_due),
        };
      }),
    };
  },
});
