import { and, asc, isNull } from "drizzle-orm";
import { z } from "zod";
import { branches } from "#db/schema/people.ts";
import { can, OVERSEERS } from "#domain/access.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";
import { query } from "#server/verb.ts";

/** The branches with which the viewer may register a group, in the order of the tree. */
export const listGroupPlaces = query({
  at: "GET /api/group-places",
  input: z.strictObject({}),
  output: z.object({ branches: z.array(z.object({ id: z.number(), name: z.string(), depth: z.number() })) }),
  door: "play",
  may: can.seeMeetingsDesk,
  async run(db, _input, { viewer }) {
    const { id, name, path } = branches;
    const rows = await db
      .select({ id, name, path })
      .from(branches)
      .where(and(isNull(branches.closedAt), inSubtrees(viewer, OVERSEERS)))
      .orderBy(asc(path));
    const depths = rows.map((row) => row.path.split("/").length);
    const top = Math.min(...depths);
    return { branches: rows.map((row, at) => ({ ...row, depth: (depths[at] ?? top) - top })) };
  },
});
