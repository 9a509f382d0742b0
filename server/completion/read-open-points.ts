import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Member } from "#domain/people/viewer.ts";
import { completionPaths } from "./report-scope.ts";

export const POINT_STATES = ["open", "overdue", "closed", "all"] as const;

export const openPointLine = z.object({
  id: z.number(),
  body: z.string(),
  measure: z.string(),
  branch: z.string(),
  /** Who was asked to see to it: an assignment, not a report of anybody's study. */
  owner: z.string().nullable(),
  dueAt: z.date().nullable(),
  isOverdue: z.boolean(),
  closedAt: z.date().nullable(),
  closingNote: z.string(),
  /** The campaigns it went through, the first first; the last is where it stands. */
  chain: z.array(z.object({ slug: z.string(), title: z.string(), titleEn: z.string() })),
});

type Row = {
  id: string;
  body: string;
  measure: string;
  branch: string;
  owner: string | null;
  due_at: string | null;
  is_overdue: boolean;
  closed_at: string | null;
  closing_note: string;
  chain: { slug: string; title: string; titleEn: string }[];
};
type Found = { open: number; carried: number; closed: number; total: number; rows: Row[] | null };

function standing(state: (typeof POINT_STATES)[number], now: Date): SQL {
  if (state === "all") return sql`true`;
  if (state === "closed") return sql`closed_at is not null`;
  return state === "open" ? sql`closed_at is null` : sql`(closed_at is null and due_at < ${now})`;
}

/** Branches within the viewer's reach, narrowed to a subtree when one is named. */
function reached(viewer: Member, branchId: number | undefined): SQL {
  const narrow = branchId === undefined ? sql`` : sql`and b.path like (select n.path || '%' from branches n where n.id = ${branchId})`;
  return sql`exists (select 1 from unnest(${sql.param(completionPaths(viewer))}::text[]) r(path) where starts_with(b.path, r.path)) ${narrow}`;
}

type Asked = Readonly<{ branchId: number | undefined; state: (typeof POINT_STATES)[number]; limit: number; offset: number }>;

/** Open points over all campaigns of the viewer's subtrees, and how many stand how: the one query behind page, export and API. */
export async function readOpenPoints(db: Db, viewer: Member, { branchId, state, limit, offset }: Asked, now: Date) {
  const { rows } = await db.execute<Found>(sql`
    with recursive last as (
      select o.*, b.name as branch, b.path from open_points o join branches b on b.id = o.branch_id join programmes p on p.id = o.programme_id
      where not exists (select 1 from open_points next where next.carried_from_id = o.id) and p.published_at is not null
        and ${reached(viewer, branchId)}
    ), way as (
      select id as last_id, id, programme_id, carried_from_id, 0 as step from last
      union all
      select w.last_id, o.id, o.programme_id, o.carried_from_id, w.step + 1 from way w join open_points o on o.id = w.carried_from_id
      where w.step < 50
    ), steps as (select last_id, max(step) as steps from way group by last_id),
    chosen as (
      select last.*, s.steps from last join steps s on s.last_id = last.id where ${standing(state, now)}
    ), shown as (
      select c.id, c.body, c.measure, c.branch, o.name as owner, c.due_at, (c.closed_at is null and c.due_at < ${now}) is true as is_overdue,
        c.closed_at, c.closing_note, (
          select json_agg(json_build_object('slug', p.slug, 'title', p.title, 'titleEn', p.title_en) order by w.step desc)
          from way w join programmes p on p.id = w.programme_id where w.last_id = c.id) as chain
      from chosen c left join people o on o.id = c.owner_id
      order by c.closed_at is not null, c.steps desc, c.due_at nulls last, c.id limit ${limit} offset ${offset}
    )
    select (select count(*)::int from last where closed_at is null) as open,
      (select count(*)::int from last where closed_at is null and carried_from_id is not null) as carried,
      (select count(*)::int from last where closed_at is not null) as closed, (select count(*)::int from chosen) as total,
      (select json_agg(shown) from shown) as rows`);
  const { rows: shown, ...counts } = rows[0] ?? { open: 0, carried: 0, closed: 0, total: 0, rows: null };
  const moment = (at: string | null) => (at === null ? null : new Date(at));
  const points = (shown ?? []).map(({ due_at, is_overdue, closed_at, closing_note, ...row }) => ({
    ...{ ...row, id: Number(row.id), dueAt: moment(due_at), isOverdue: is_overdue, closedAt: moment(closed_at) },
    closingNote: closing_note,
  }));
  return { ...counts, points };
}
