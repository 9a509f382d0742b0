import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";

/** A flag as a line of a list says it. */
export const flagLine = z.object({
  id: z.number(),
  branch: z.object({ id: z.number(), name: z.string() }),
  programme: z.object({ id: z.number(), title: z.string(), titleEn: z.string() }).nullable(),
  reason: z.string(),
  raisedBy: z.string().nullable(),
  raisedAt: z.date(),
  notes: z.number(),
  closedAt: z.date().nullable(),
  closedBy: z.string().nullable(),
  closingNote: z.string(),
});
export type FlagLine = z.output<typeof flagLine>;

type Row = {
  id: string;
  branch_id: string;
  branch: string;
  programme_id: string | null;
  programme: string;
  programme_en: string;
  reason: string;
  raised_by: string | null;
  raised_at: string;
  notes: number;
  closed_at: string | null;
  closed_by: string | null;
  closing_note: string;
};

/** Flags `f` of branches `b` that `where` selects: what is open first, then the latest. */
export async function listFlagLines(db: Db, where: SQL, most = 200): Promise<FlagLine[]> {
  const { rows } = await db.execute<Row>(sql`
    select f.id, f.branch_id, b.name as branch, f.programme_id, p.title as programme, p.title_en as programme_en, f.reason,
      r.name as raised_by, f.raised_at, (select count(*)::int from branch_flag_notes n where n.flag_id = f.id) as notes, f.closed_at,
      c.name as closed_by, f.closing_note
    from branch_flags f join branches b on b.id = f.branch_id left join programmes p on p.id = f.programme_id
      left join people r on r.id = f.raised_by left join people c on c.id = f.closed_by
    where ${where} order by f.closed_at is not null, f.id desc limit ${most}`);
  return rows.map((row) => ({
    ...{ id: Number(row.id), branch: { id: Number(row.branch_id), name: row.branch }, reason: row.reason, notes: row.notes },
    programme: row.programme_id === null ? null : { id: Number(row.programme_id), title: row.programme, titleEn: row.programme_en },
    ...{ raisedBy: row.raised_by, raisedAt: new Date(row.raised_at), closedBy: row.closed_by, closingNote: row.closing_note },
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  }));
}
