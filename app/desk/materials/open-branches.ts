import type { BranchOption } from "#ui/branch-options.tsx";

type Listed = Readonly<{ id: number; name: string; depth: number; closedAt: Date | null }>;

/** The branches a text can be given to: those that are open, as deep in the tree as they lie. */
export const openBranches = (branches: readonly Listed[]): BranchOption[] =>
  branches.filter(({ closedAt }) => closedAt === null).map(({ id, name, depth }) => ({ id, name, depth }));
