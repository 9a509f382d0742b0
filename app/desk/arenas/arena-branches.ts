import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import type { BranchOption } from "#ui/branch-options.tsx";

/** The branches for which this viewer may announce an arena. */
export async function arenaBranches(): Promise<BranchOption[]> {
  const [{ branches }, { viewer }] = await Promise.all([ask(listBranches), pageContext()]);
  return branches
    .filter((branch) => viewer.kind === "member" && branch.closedAt === null && can.runArena(viewer, branch))
    .map(({ id, name, depth }) => ({ id, name, depth }));
}
