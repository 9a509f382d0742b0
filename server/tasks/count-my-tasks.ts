import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { REQUIRED, UNFINISHED } from "./state-in-sql.ts";

/** What is left to do, in numbers: for the first page, and for the head of the list. */
export const countMyTasks = query({
  at: "GET /api/tasks/left",
  input: z.strictObject({}),
  output: z.object({ left: z.number(), overdue: z.number(), nextDueAt: z.date().nullable() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const { rows } = await db.execute<{ left: number; overdue: number; next: string | null }>(sql`
      select count(*)::int as left, count(*) filter (where t.due_at < ${now})::int as overdue,
        min(t.due_at) filter (where t.due_at >= ${now}) as next
      from tasks t where t.person_id = ${viewer.personId} and ${UNFINISHED} and ${REQUIRED}`);
    const [row] = rows;
    return { left: row?.left ?? 0, overdue: row?.overdue ?? 0, nextDueAt: row?.next ? new Date(row.next) : null };
  },
});
