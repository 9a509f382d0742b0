import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { blankable } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { countIn } from "./state-in-sql.ts";
import { filtered, taskFilter } from "./task-filter.ts";

const PAGE_SIZE = 50;
const cursorSchema = blankable(z.string().regex(/^\d{1,15}\.\d{1,15}$/));
const counted = z.object({
  open: z.number(),
  overdue: z.number(),
  done: z.number(),
  doneLate: z.number(),
  waived: z.number(),
  cancelled: z.number(),
});
const group = z.object({
  branch: z.object({ id: z.number(), name: z.string() }),
  item: z.object({ id: z.number(), title: z.string(), titleEn: z.string(), owner: z.enum(["person", "unit"]) }),
  programme: z.object({ id: z.number(), slug: z.string(), title: z.string(), titleEn: z.string() }),
  dueAt: z.date().nullable(),
  counts: counted,
});
type Row = {
  branch_id: string;
  branch: string;
  item_id: string;
  title: string;
  title_en: string;
  owner: "person" | "unit";
  programme_id: string;
  slug: string;
  programme: string;
  programme_en: string;
  due_at: string | null;
  counts: z.output<typeof counted>;
};

function groupOf(row: Row): z.output<typeof group> {
  return {
    branch: { id: Number(row.branch_id), name: row.branch },
    item: { id: Number(row.item_id), title: row.title, titleEn: row.title_en, owner: row.owner },
    programme: { id: Number(row.programme_id), slug: row.slug, title: row.programme, titleEn: row.programme_en },
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    counts: row.counts,
  };
}

/**
 * The ledger of programmes without persons: how many tasks of each branch and item stand how, 50 pairs a page, read in the order of an
 * index that holds branch and item together.
 */
export const listTaskGroups = query({
  at: "GET /api/desk/tasks/groups",
  input: z.strictObject({ ...taskFilter, after: cursorSchema }),
  output: z.object({ groups: z.array(group), next: z.string().nullable() }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { after, ...filter }, { viewer, now }) {
    const [branchId, itemId] = (after ?? "0.0").split(".").map(Number);
    const { rows } = await db.execute<Row>(sql`
      select g.branch_id, b.name as branch, g.item_id, i.title, i.title_en, i.owner, p.id as programme_id, p.slug, p.title as programme,
        p.title_en as programme_en, g.due_at, g.counts
      from (
        select t.branch_id, t.item_id, min(t.due_at) as due_at, json_build_object('open', ${countIn("open", now)},
          'overdue', ${countIn("overdue", now)}, 'done', ${countIn("done", now)}, 'doneLate', ${countIn("done_late", now)},
          'waived', ${countIn("waived", now)}, 'cancelled', ${countIn("cancelled", now)}) as counts
        from tasks t where ${filtered(viewer, { ...filter, kind: "programme" }, now)}
          and (t.branch_id, t.item_id) > (${branchId}::bigint, ${itemId}::bigint)
        group by t.branch_id, t.item_id order by t.branch_id, t.item_id limit ${PAGE_SIZE + 1}) g
      join branches b on b.id = g.branch_id join programme_items i on i.id = g.item_id join programmes p on p.id = i.programme_id
      order by g.branch_id, g.item_id`);
    const groups = rows.slice(0, PAGE_SIZE).map(groupOf);
    const last = groups.at(-1);
    return { groups, next: rows.length > PAGE_SIZE && last ? `${last.branch.id}.${last.item.id}` : null };
  },
});
