import { type SQL, sql } from "drizzle-orm";
import type { OfficeName } from "#domain/people/offices.ts";
import type { Member } from "#domain/people/viewer.ts";

const LEDGER: readonly OfficeName[] = ["admin", "branch_admin", "organizer"];
const UNIT: readonly OfficeName[] = ["admin", "branch_admin", "leader"];

/** The branches of the viewer's subtrees for one of the offices: a subselect, which the planner hashes (an array it would search row by row). */
function branchesUnder(viewer: Member, offices: readonly OfficeName[], within?: number): SQL {
  const tops = viewer.offices.filter((held) => offices.includes(held.office)).map(({ path }) => sql`b.path like ${`${path}%`}`);
  const reach = tops.length === 0 ? sql`false` : sql`(${sql.join(tops, sql` or `)})`;
  const narrow = within === undefined ? sql`` : sql` and b.path like (select o.path || '%' from branches o where o.id = ${within})`;
  return sql`(select b.id from branches b where ${reach}${narrow})`;
}

/** The branches that the viewer's ledger reaches over: can.assignTask, as a subselect of numbers. */
export const ledgerBranches = (viewer: Member, within?: number): SQL => branchesUnder(viewer, LEDGER, within);

/** can.runTask said in SQL, of `tasks t`; narrowed to a subtree, what one gave to others elsewhere is left out. */
export function ledgerTasks(viewer: Member, within?: number): SQL {
  const here = sql`t.branch_id in ${ledgerBranches(viewer, within)}`;
  const holdsAny = viewer.offices.some(({ office }) => LEDGER.includes(office));
  if (within !== undefined || !holdsAny) return here;
  return sql`(${here} or (t.item_id is null and t.created_by = ${viewer.personId}))`;
}

/** can.reportTask said in SQL, of `tasks t`: one's own, and those of the units one answers for. */
export function owedBy(viewer: Member): SQL {
  return sql`(t.person_id = ${viewer.personId} or (t.person_id is null and t.branch_id in ${branchesUnder(viewer, UNIT)}))`;
}
