import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { stateOf, TASK_STATES } from "#domain/tasks/state.ts";

const place = z.object({ id: z.number(), name: z.string() });

/** A task as a line of a list says it. */
export const taskLine = z.object({
  id: z.number(),
  title: z.string(),
  titleEn: z.string(),
  programme: z.object({ id: z.number(), slug: z.string(), title: z.string(), titleEn: z.string() }).nullable(),
  itemId: z.number().nullable(),
  /** Null: the unit as a whole. */
  person: place.nullable(),
  branch: place,
  dueAt: z.date().nullable(),
  createdAt: z.date(),
  doneAt: z.date().nullable(),
  waiverReason: z.string(),
  state: z.enum(TASK_STATES),
});
export type TaskLine = z.output<typeof taskLine>;

type Row = Readonly<{
  id: string;
  title: string;
  title_en: string;
  programme_id: string | null;
  slug: string;
  programme: string;
  programme_en: string;
  item_id: string | null;
  person_id: string | null;
  person: string;
  branch_id: string;
  branch: string;
  due_at: string | null;
  created_at: string;
  done_at: string | null;
  waived_at: string | null;
  waiver_reason: string;
  cancelled_at: string | null;
}>;

const momentOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

function lineOf(row: Row, now: Date): TaskLine {
  const moments = { dueAt: momentOf(row.due_at), doneAt: momentOf(row.done_at) };
  const ends = { ...moments, waivedAt: momentOf(row.waived_at), cancelledAt: momentOf(row.cancelled_at) };
  const { slug, programme, programme_en } = row;
  return {
    ...{ id: Number(row.id), title: row.title, titleEn: row.title_en, waiverReason: row.waiver_reason, ...moments },
    itemId: row.item_id === null ? null : Number(row.item_id),
    programme: row.programme_id === null ? null : { id: Number(row.programme_id), slug, title: programme, titleEn: programme_en },
    person: row.person_id === null ? null : { id: Number(row.person_id), name: row.person },
    branch: { id: Number(row.branch_id), name: row.branch },
    createdAt: new Date(row.created_at),
    state: stateOf(ends, now),
  };
}

/** The place of `tasks t` in every list: what is due first, then what is never due. An index holds it so. */
export const DUE_ORDER = sql`coalesce(t.due_at, 'infinity'), t.id`;

/** Lines of the tasks that `picked` selects from `tasks t`, in the order of DUE_ORDER. The names are joined after the page is cut. */
export async function listLines(db: Db | Tx, picked: SQL, now: Date): Promise<TaskLine[]> {
  const { rows } = await db.execute<Row>(sql`
    select t.id, coalesce(i.title, t.title) as title, coalesce(i.title_en, '') as title_en, t.programme_id, p.slug, p.title as programme,
      p.title_en as programme_en, t.item_id, t.person_id, o.name as person, t.branch_id, b.name as branch, t.due_at, t.created_at, t.done_at,
      t.waived_at, t.waiver_reason, t.cancelled_at
    from (${picked}) t join branches b on b.id = t.branch_id left join people o on o.id = t.person_id
      left join programme_items i on i.id = t.item_id left join programmes p on p.id = t.programme_id
    order by ${DUE_ORDER}`);
  return rows.map((row) => lineOf(row, now));
}
