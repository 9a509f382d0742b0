import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";

export const openPointSchema = z.object({
  id: z.number(),
  branchName: z.string(),
  body: z.string(),
  measure: z.string(),
  owner: z.string().nullable(),
  dueAt: z.date().nullable(),
  createdAt: z.date(),
  closedAt: z.date().nullable(),
  closingNote: z.string(),
  /** The programme it was carried over from. */
  carriedFrom: z.string().nullable(),
});

type Row = {
  id: string;
  branch_name: string;
  body: string;
  measure: string;
  owner: string | null;
  due_at: Date | null;
  created_at: Date;
  closed_at: Date | null;
  closing_note: string;
  carried_from: string | null;
};

/** The open points of a programme in the branches below one of these paths, and those that are the person's, the open ones first. */
export async function listOpenPoints(db: Db, programmeId: number, tops: readonly string[], personId?: number) {
  const { rows } = await db.execute<Row>(sql`
    select o.id, b.name as branch_name, o.body, o.measure, w.name as owner, o.due_at, o.created_at, o.closed_at, o.closing_note,
      from_p.title as carried_from
    from open_points o join branches b on b.id = o.branch_id left join people w on w.id = o.owner_id
    left join open_points f on f.id = o.carried_from_id left join programmes from_p on from_p.id = f.programme_id
    where o.programme_id = ${programmeId}
      and (o.owner_id = ${personId ?? null} or exists (select 1 from unnest(${sql.param(tops)}::text[]) as top where starts_with(b.path, top)))
    order by o.closed_at is not null, o.id limit 500`);
  const date = (at: Date | null) => at && new Date(at);
  return rows.map((row) => ({
    id: Number(row.id),
    branchName: row.branch_name,
    body: row.body,
    measure: row.measure,
    owner: row.owner,
    dueAt: date(row.due_at),
    createdAt: new Date(row.created_at),
    closedAt: date(row.closed_at),
    closingNote: row.closing_note,
    carriedFrom: row.carried_from,
  }));
}
