import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { namesAccessOf } from "#server/completion/name-access.ts";
import { blankable } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { filtered, ofPersonCalled, personFilter, taskFilter } from "./task-filter.ts";
import { DUE_ORDER, listLines, type TaskLine, taskLine } from "./task-line.ts";

const PAGE_SIZE = 50;
/** Beyond this a total says no more than "many", and counting would cost more than the page. */
export const MOST_COUNTED = 10_000;

/** The place of a task in the ledger, as it stands in an address: when it is due in ms ("never": it is not), and its number. */
const cursorSchema = blankable(
  z
    .string()
    .regex(/^(never|-?\d{1,14})\.\d{1,15}$/)
    .transform((cursor) => {
      const [due = "", id = ""] = cursor.split(".");
      return { due: due === "never" ? ("infinity" as const) : new Date(Number(due)), id: Number(id) };
    }),
);
type Cursor = z.output<typeof cursorSchema>;
const cursorOf = ({ dueAt, id }: TaskLine): string => `${dueAt ? dueAt.getTime() : "never"}.${id}`;

/** One page and one task more, forwards from `after` or backwards from `before`. */
function pageOf(where: SQL, after: Cursor, before: Cursor): SQL {
  const place = sql`(${DUE_ORDER})`;
  if (before)
    return sql`select t.* from tasks t where ${where} and ${place} < (${before.due}::timestamptz, ${before.id})
      order by coalesce(t.due_at, 'infinity') desc, t.id desc limit ${PAGE_SIZE + 1}`;
  const from = after ? sql` and ${place} > (${after.due}::timestamptz, ${after.id})` : sql``;
  return sql`select t.* from tasks t where ${where}${from} order by ${DUE_ORDER} limit ${PAGE_SIZE + 1}`;
}

async function countUpTo(db: Db, where: SQL): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from tasks t where ${where} limit ${MOST_COUNTED + 1}) counted`,
  );
  return rows[0]?.n ?? 0;
}

/** Where no names are shown, a list of rows holds what was given by name and what units owe; the rest is in the counts by branch. */
export const NAMELESS = sql` and (t.person_id is null or t.item_id is null)`;

/**
 * The ledger of the viewer's subtrees: one row per owner and thing to do, what is due first, 50 a page by place and not by number, so
 * that the last page costs what the first does. `total` ends at 10,001.
 */
export const listTasks = query({
  at: "GET /api/desk/tasks",
  input: z.strictObject({ ...taskFilter, ...personFilter, after: cursorSchema, before: cursorSchema }),
  output: z.object({
    names: z.enum(["named", "reason-given", "aggregate"]),
    tasks: z.array(taskLine),
    total: z.number(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { after, before, q, ...filter }, { viewer, now }) {
    const names = await namesAccessOf(db, viewer, now);
    const shown = sql`${filtered(viewer, filter, now)} and ${await ofPersonCalled(db, q)}`;
    const where = names === "aggregate" ? sql`${shown}${NAMELESS}` : shown;
    // One after the other: a page takes one connection, not two.
    const lines = await listLines(db, pageOf(where, after, before), now);
    const total = await countUpTo(db, where);
    const isMore = lines.length > PAGE_SIZE;
    const tasks = before ? lines.slice(-PAGE_SIZE) : lines.slice(0, PAGE_SIZE);
    const [first, last] = [tasks[0], tasks.at(-1)];
    return {
      ...{ names, tasks, total },
      previous: first && (before ? isMore : after !== undefined) ? cursorOf(first) : null,
      next: last && (before !== undefined || isMore) ? cursorOf(last) : null,
    };
  },
});
