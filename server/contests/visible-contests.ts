import { isNotNull, or, type SQL, sql } from "drizzle-orm";
import { contests } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";

/** `can.enterContest` said in SQL, over contests joined with their branch. */
export function enterableBy(viewer: Member): SQL {
  const tags = sql.param([...viewer.tags]);
  return sql`(${isNotNull(contests.publishedAt)} and case when ${contests.entry} = 'invited'
    then exists (select 1 from contest_invited i where i.contest_id = ${contests.id} and i.person_id = ${viewer.personId})
    else ${viewer.branchPath} like ${branches.path} || '%'
      and (cardinality(${contests.audienceTags}) = 0 or ${contests.audienceTags} && ${tags}::text[]) end)`;
}

/** `can.runContest` said in SQL. */
export function runBy(viewer: Member): SQL {
  const tops = viewer.offices
    .filter(({ office }) => office === "admin" || office === "organizer")
    .map(({ path }) => sql`${branches.path} like ${`${path}%`}`);
  return tops.length === 0 ? sql`false` : sql`(${sql.join(tops, sql` or `)})`;
}

/** `can.seeContest` said in SQL; a test holds the two to the same answer. */
export function visibleTo(viewer: Member): SQL {
  return or(enterableBy(viewer), runBy(viewer)) as SQL;
}
