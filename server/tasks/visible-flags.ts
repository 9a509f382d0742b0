import { type SQL, sql } from "drizzle-orm";
import type { Member } from "#domain/people/viewer.ts";

/** can.seeFlag said in SQL, of `branches b`. */
export function flagsVisibleTo(viewer: Member): SQL {
  const tops = viewer.offices.filter(({ office }) => office !== "reviewer").map(({ path }) => sql`b.path like ${`${path}%`}`);
  return tops.length === 0 ? sql`false` : sql`(${sql.join(tops, sql` or `)})`;
}
