import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { flagLine, listFlagLines } from "./flag-line.ts";

/** The units one answers for oneself that were told to catch up and have not yet. */
export const listMyFlags = query({
  at: "GET /api/flags",
  input: z.strictObject({}),
  output: z.object({ flags: z.array(flagLine) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const units = viewer.offices.flatMap(({ office, branchId }) => (office === "leader" || office === "branch_admin" ? [branchId] : []));
    if (units.length === 0) return { flags: [] };
    return { flags: await listFlagLines(db, sql`f.branch_id = any(${sql.param(units)}::bigint[]) and f.closed_at is null`) };
  },
});
