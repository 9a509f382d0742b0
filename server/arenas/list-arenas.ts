import { and, desc, gt } from "drizzle-orm";
import { z } from "zod";
import { arenas } from "#db/schema/arenas.ts";
import { can } from "#domain/access.ts";
import { arenaPhaseOf } from "#domain/matches/shared-arena.ts";
import { areMatchesOn } from "#server/matches/refuse-in-light-burden.ts";
import { query } from "#server/verb.ts";
import { arenaRows, arenasVisibleTo } from "./find-arena.ts";
import { arenaLineSchema } from "./said-of-arena.ts";

const MOST = 20;
/** So long the page tells of one that is over. */
const KEPT_MS = 90 * 86_400_000;

/** The arenas that somebody may see: those to come and played now, and those of the last three months; `plays`: one plays in it oneself. */
export const listArenas = query({
  at: "GET /api/arenas",
  input: z.strictObject({}),
  output: z.object({
    isOn: z.boolean(),
    arenas: z.array(arenaLineSchema.extend({ plays: z.boolean() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    if (!(await areMatchesOn(db))) return { isOn: false, arenas: [] };
    const rows = await arenaRows(db)
      .where(and(arenasVisibleTo(viewer), gt(arenas.closesAt, new Date(now.getTime() - KEPT_MS))))
      .orderBy(desc(arenas.opensAt), desc(arenas.id))
      .limit(MOST);
    return {
      isOn: true,
      arenas: rows.map(({ path, ...row }) => ({
        ...row,
        phase: arenaPhaseOf(row, now),
        plays: viewer.branchPath.startsWith(path),
      })),
    };
  },
});
