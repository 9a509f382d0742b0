import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { flagLine, listFlagLines } from "./flag-line.ts";
import { flagsVisibleTo } from "./visible-flags.ts";

/** The branches of the viewer's subtrees that were told to catch up: what is open first, then the history. */
export const listFlags = query({
  at: "GET /api/desk/flags",
  input: z.strictObject({ branchId: blankable(idSchema), state: blankable(z.enum(["open", "closed"])) }),
  output: z.object({ flags: z.array(flagLine) }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { branchId, state }, { viewer }) {
    const inState = state === undefined ? sql`true` : state === "open" ? sql`f.closed_at is null` : sql`f.closed_at is not null`;
    const below = branchId === undefined ? sql`true` : sql`b.path like (select o.path || '%' from branches o where o.id = ${branchId})`;
    return { flags: await listFlagLines(db, sql`${flagsVisibleTo(viewer)} and ${inState} and ${below}`) };
  },
});
