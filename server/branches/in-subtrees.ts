import { like, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { branches } from "#db/schema/people.ts";
import type { OfficeName } from "#domain/people/offices.ts";
import type { Member } from "#domain/people/viewer.ts";

/** Whether a branch path lies in a subtree over which the viewer holds one of the offices: `holds` of domain/access, said in SQL. */
export function inSubtrees(viewer: Member, offices: readonly OfficeName[], path: PgColumn = branches.path): SQL {
  const tops = viewer.offices.filter((held) => offices.includes(held.office)).map((held) => like(path, `${held.path}%`));
  return or(...tops) ?? sql`false`;
}

/** can.editPerson, can.editBranch and can.replyComplaint, of whatever stands in the branch. */
export const administeredBy = (viewer: Member): SQL => inSubtrees(viewer, ["admin", "branch_admin"]);

/** The branches a desk shows: those an office of any kind reaches over. */
export const branchesVisibleTo = (viewer: Member): SQL => inSubtrees(viewer, ["admin", "branch_admin", "organizer", "reviewer"]);
