import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { flagLine, listFlagLines } from "./flag-line.ts";
import { flagsVisibleTo } from "./visible-flags.ts";

type Note = { id: string; name: string; body: string; created_at: string };

/** One flag with all that was written about it. */
export const getFlag = query({
  at: "GET /api/flags/:id",
  input: z.strictObject({ id: idSchema }),
  output: flagLine.extend({
    thread: z.array(z.object({ id: z.number(), name: z.string(), body: z.string(), createdAt: z.date() })),
    mayClose: z.boolean(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const [flag] = await listFlagLines(db, sql`f.id = ${id} and ${flagsVisibleTo(viewer)}`);
    if (!flag) throw new Refusal("not-found");
    const { rows } = await db.execute<Note>(
      sql`select n.id, p.name, n.body, n.created_at from branch_flag_notes n join people p on p.id = n.person_id where n.flag_id = ${id} order by n.id`,
    );
    const place = await db.execute<{ path: string }>(sql`select path from branches where id = ${flag.branch.id}`);
    return {
      ...flag,
      thread: rows.map(({ id: at, name, body, created_at }) => ({ id: Number(at), name, body, createdAt: new Date(created_at) })),
      mayClose: flag.closedAt === null && can.flagBranch(viewer, { path: place.rows[0]?.path ?? "" }),
    };
  },
});
