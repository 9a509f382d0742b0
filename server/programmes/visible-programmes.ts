import { and, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";

/** can.takeProgramme said in SQL, over programmes joined with their branch. */
export function takenBy(viewer: Member): SQL {
  return and(isNotNull(programmes.publishedAt), sql`starts_with(${viewer.branchPath}, ${branches.path})`) as SQL;
}

/** can.runProgramme said in SQL. */
export const runBy = (viewer: Member): SQL => inSubtrees(viewer, ["admin", "organizer"]);

/** can.seeProgramme said in SQL; a test holds them to the same answer. */
export const visibleTo = (viewer: Member): SQL => or(takenBy(viewer), runBy(viewer)) as SQL;
