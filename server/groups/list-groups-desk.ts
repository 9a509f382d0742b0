import { and, asc, isNull } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { can, OVERSEERS } from "#domain/access.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupLine, groupLines } from "./list-groups.ts";

const MOST = 500;

/** The groups registered with the branches one looks after; with `closed`, those that are over too. */
export const listGroupsDesk = query({
  at: "GET /api/desk/groups",
  input: z.strictObject({ closed: flagSchema.default(false) }),
  output: z.object({ groups: z.array(groupLine) }),
  door: "desk",
  may: can.seeMeetingsDesk,
  async run(db, { closed }, { viewer, now }) {
    const mine = and(inSubtrees(viewer, OVERSEERS), closed ? undefined : isNull(groups.closedAt));
    const seen = await groupFacts(db, viewer, mine).orderBy(asc(groups.name), asc(groups.id)).limit(MOST);
    const lines = await groupLines(
      db,
      seen.map(({ id }) => id),
      now,
    );
    return {
      groups: seen.flatMap((group) => {
        const line = lines.get(group.id);
        return line ? [{ ...group, ...line }] : [];
      }),
    };
  },
});
