import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listPapers } from "#server/papers/list-papers.ts";
import { listCategories } from "#server/questions/list-categories.ts";
import type { BranchOption } from "./audience-part.tsx";
import type { CategoryOption, PaperOption } from "./paper-part.tsx";

/** Each category and each one above it, with the published questions in it and below: what a line of a blueprint may name. */
export function withParents(counted: readonly CategoryOption[]): CategoryOption[] {
  const sums = new Map<string, number>();
  for (const { category, published } of counted) {
    const steps = category.split("/");
    for (const [at] of steps.entries()) {
      const path = steps.slice(0, at + 1).join("/");
      sums.set(path, (sums.get(path) ?? 0) + published);
    }
  }
  return [...sums].map(([category, published]) => ({ category, published })).filter(({ category }) => category !== "");
}

/** The branches this viewer may make a contest for, and the categories of the bank. */
export async function wizardChoices(): Promise<{ branches: BranchOption[]; categories: CategoryOption[]; papers: PaperOption[] }> {
  const [{ branches }, { categories }, { papers }, { viewer }] = await Promise.all([
    ask(listBranches),
    ask(listCategories),
    ask(listPapers),
    pageContext(),
  ]);
  return {
    branches: branches
      .filter((branch) => viewer.kind === "member" && branch.closedAt === null && can.makeContest(viewer, branch))
      .map(({ id, name, depth, membersBelow }) => ({ id, name, depth, members: membersBelow })),
    categories: withParents(categories),
    papers: papers.map(({ id, title, questions, worth }) => ({ id, title, questions, worth })),
  };
}
