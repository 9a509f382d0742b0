import { and, eq, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { questions } from "#db/schema/questions.ts";
import type { Member } from "#domain/people/viewer.ts";

/** can.seeQuestion said in SQL, of somebody who may see the bank at all. Needs `questions` alone. */
export function visibleTo(viewer: Pick<Member, "offices" | "personId">): SQL | undefined {
  const tops = viewer.offices.map((held) => sql`starts_with(b.path, ${held.path}) or starts_with(${held.path}, b.path)`);
  const near = tops.length === 0 ? sql`false` : sql.join(tops, sql` or `);
  const own = or(not(questions.isPrivate), eq(questions.createdBy, viewer.personId));
  return and(own, or(isNull(questions.branchId), sql`${questions.branchId} in (select b.id from branches b where ${near})`));
}
