import { and, asc, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { meetingKinds } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { can, OVERSEERS } from "#domain/access.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";
import { groupFacts, visibleGroups } from "#server/groups/group-facts.ts";
import { query } from "#server/verb.ts";

/** Of what kinds, and for which groups and branches, the viewer may make meetings. */
export const meetingChoices = query({
  at: "GET /api/meeting-choices",
  input: z.strictObject({}),
  output: z.object({
    kinds: z.array(z.object({ key: z.string(), name: z.string(), nameEn: z.string(), minutes: z.number() })),
    groups: z.array(z.object({ slug: z.string(), name: z.string() })),
    branches: z.array(z.object({ id: z.number(), name: z.string(), depth: z.number() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const { key, name, nameEn, minutes } = meetingKinds;
    // One after the other: a page takes one connection, not three.
    const kinds = await db
      .select({ key, name, nameEn, minutes })
      .from(meetingKinds)
      .where(isNull(meetingKinds.retiredAt))
      .orderBy(asc(meetingKinds.place), asc(key));
    const known = await groupFacts(db, viewer, and(visibleGroups(viewer), isNull(groups.closedAt))).orderBy(
      asc(groups.name),
      asc(groups.id),
    );
    const own = await db
      .select({
        id: branches.id,
        name: branches.name,
        depth: sql<number>`length(${branches.path}) - length(replace(${branches.path}, '/', ''))`,
      })
      .from(branches)
      .where(and(isNull(branches.closedAt), inSubtrees(viewer, OVERSEERS)))
      .orderBy(asc(branches.path))
      .limit(2_000);
    return {
      kinds,
      branches: own,
      groups: known.filter((group) => can.leadGroup(viewer, group)).map((group) => ({ slug: group.slug, name: group.name })),
    };
  },
});
