import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { matching } from "#server/people/visible-people.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";

const MOST = 12;

/**
 * People a group could take in: by name, pinyin or number among those of its branch and below; from elsewhere by the whole staff number
 * alone, so that the list of everybody is nobody's to leaf through.
 */
export const findCandidates = query({
  at: "GET /api/groups/:slug/candidates",
  input: z.strictObject({ slug: groupSlug, q: z.string().trim().min(1).max(60) }),
  output: z.object({ people: z.array(z.object({ staffNo: z.string(), name: z.string(), branch: z.string() })) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, q }, { viewer }) {
    const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
    if (!group || !can.leadGroup(viewer, group)) throw new Refusal("not-found");
    const isInside = sql`exists (
      select 1 from group_members gm where gm.group_id = ${group.id} and gm.person_id = ${people.id} and gm.left_at is null)`;
    const near = and(sql`starts_with(${branches.path}, ${group.path})`, matching(q) ?? sql`false`);
    const found = await db
      .select({ staffNo: people.staffNo, name: people.name, branch: branches.name })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(and(isNull(people.disabledAt), sql`not ${isInside}`, or(near, eq(people.staffNo, q))))
      .orderBy(asc(people.pinyinFull), asc(people.id))
      .limit(MOST);
    return { people: found };
  },
});
