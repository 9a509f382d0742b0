import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";

const MOST = 12;

const literal = (typed: string) => typed.replace(/[\\%_]/g, "\\$&");

/** A name that contains what was typed, or pinyin that begins with it. Part of a number finds nobody: numbers sign people in. */
function named(q: string): SQL {
  const typed = q.normalize("NFKC").toLowerCase();
  if (!typed.isWellFormed() || typed.includes("\u0000")) return sql`false`;
  const sound = literal(typed.replace(/[\s'’]/g, ""));
  const { name, pinyinFull, pinyinInitials } = people;
  return sql`(lower(${name}) like ${`%${literal(typed)}%`} or replace(${pinyinFull}, ' ', '') like ${`${sound}%`} or ${pinyinInitials} like ${`${sound}%`})`;
}

/**
 * People a group could take in, by name or pinyin among those of its branch and below; whoever is from elsewhere is added by the whole
 * staff number, so that the list of everybody is nobody's to leaf through. Staff numbers are not told.
 */
export const findCandidates = query({
  at: "GET /api/groups/:slug/candidates",
  input: z.strictObject({ slug: groupSlug, q: z.string().trim().min(1).max(60) }),
  output: z.object({ people: z.array(z.object({ id: z.number(), name: z.string(), branch: z.string() })) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, q }, { viewer }) {
    const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
    if (!group || !can.leadGroup(viewer, group)) throw new Refusal("not-found");
    const isInside = sql`exists (
      select 1 from group_members gm where gm.group_id = ${group.id} and gm.person_id = ${people.id} and gm.left_at is null)`;
    const near = and(sql`starts_with(${branches.path}, ${group.path})`, named(q));
    const found = await db
      .select({ id: people.id, name: people.name, branch: branches.name })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(and(isNull(people.disabledAt), sql`not ${isInside}`, near))
      .orderBy(asc(people.pinyinFull), asc(people.id))
      .limit(MOST);
    return { people: found };
  },
});
