import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { DUE_ORDER, listLines, taskLine } from "./task-line.ts";
import { ledgerBranches } from "./visible-tasks.ts";

const MOST = 300;

/** The two lists of a unit (R14): what it answers for as long as it stands, and what is due. */
export const getUnitLists = query({
  at: "GET /api/desk/units/:id/tasks",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    branch: z.object({ id: z.number(), name: z.string() }),
    responsibilities: z.array(taskLine),
    due: z.array(taskLine),
  }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { id }, { viewer, now }) {
    const { rows } = await db.execute<{ name: string }>(
      sql`select b.name from branches b where b.id = ${id} and b.id in ${ledgerBranches(viewer)}`,
    );
    if (!rows[0]) throw new Refusal("not-found");
    const of = (dated: ReturnType<typeof sql>) =>
      listLines(
        db,
        sql`select t.* from tasks t where t.branch_id = ${id} and t.person_id is null and t.cancelled_at is null and ${dated}
          order by ${DUE_ORDER} limit ${MOST}`,
        now,
      );
    const responsibilities = await of(sql`t.due_at is null and t.item_id is null`);
    const due = await of(sql`(t.due_at is not null or t.item_id is not null)`);
    return { branch: { id, name: rows[0].name }, responsibilities, due };
  },
});
