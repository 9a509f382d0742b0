export type BranchNode = { readonly id: number; readonly parentId: number | null };

/** The counted result of one person, in the branch of the roster snapshot (D5). */
export type PersonResult = { readonly branchId: number; readonly scoreMilli: number; readonly totalMs: number };

/** Facts about everybody in a branch and below it: the only inputs of every formula. `top` holds the best scores, best first. */
export type BranchTotals = {
  readonly eligible: number;
  readonly participants: number;
  readonly sumMilli: number;
  readonly totalMs: number;
  readonly top: readonly number[];
};

export type BranchFacts = {
  readonly branches: readonly BranchNode[];
  /** Eligible people directly in each branch, from the roster snapshot. */
  readonly eligible: readonly { readonly branchId: number; readonly count: number }[];
  readonly results: readonly PersonResult[];
  readonly topN: number;
};

type Sums = { eligible: number; participants: number; sumMilli: number; totalMs: number; top: number[] };

export const noTotals = (): Sums => ({ eligible: 0, participants: 0, sumMilli: 0, totalMs: 0, top: [] });

const best = (scores: number[], topN: number) => scores.sort((a, b) => b - a).slice(0, topN);

function include(into: Sums, from: Sums, topN: number): void {
  into.eligible += from.eligible;
  into.participants += from.participants;
  into.sumMilli += from.sumMilli;
  into.totalMs += from.totalMs;
  into.top = best([...into.top, ...from.top], topN);
}

/** Branches so ordered that each comes after everything below it; an unknown parent makes a root. Throws on a circle. */
function fromTheLeaves(branches: readonly BranchNode[]): BranchNode[] {
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  const depths = new Map<number, number>();
  for (const branch of branches) {
    const way: BranchNode[] = [];
    for (let at: BranchNode | undefined = branch; at && !depths.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      if (way.length > branches.length) throw new Error(`branch ${branch.id} is in a circle`);
      way.push(at);
    }
    for (const one of way.reverse()) depths.set(one.id, one.parentId === null ? 0 : (depths.get(one.parentId) ?? -1) + 1);
  }
  return [...branches].sort((a, b) => (depths.get(b.id) ?? 0) - (depths.get(a.id) ?? 0));
}

/** What stands in each branch itself, before anything is rolled up. Results of branches that are not in the tree are left out. */
function ownSums({ branches, eligible, results, topN }: BranchFacts): Map<number, Sums> {
  const sums = new Map(branches.map(({ id }) => [id, noTotals()]));
  for (const { branchId, count } of eligible) {
    const own = sums.get(branchId);
    if (own) own.eligible += count;
  }
  for (const { branchId, scoreMilli, totalMs } of results) {
    const own = sums.get(branchId);
    if (!own) continue;
    own.participants += 1;
    own.sumMilli += scoreMilli;
    own.totalMs += totalMs;
    own.top.push(scoreMilli);
  }
  for (const own of sums.values()) own.top = best(own.top, topN);
  return sums;
}

/** Totals of every branch with all that is below it, over people and never as a mean of means (D5). */
export function branchTotalsOf(facts: BranchFacts): ReadonlyMap<number, BranchTotals> {
  const sums = ownSums(facts);
  for (const { id, parentId } of fromTheLeaves(facts.branches)) {
    const own = sums.get(id);
    const parent = parentId === null ? undefined : sums.get(parentId);
    if (own && parent) include(parent, own, facts.topN);
  }
  return sums;
}

/** The whole contest: everybody, once. */
export function contestTotalsOf(facts: BranchFacts): BranchTotals {
  const whole = noTotals();
  for (const own of ownSums(facts).values()) include(whole, own, facts.topN);
  return whole;
}

/** The branches directly under one (null: the roots), which are compared with each other. */
export const childrenOf = (branches: readonly BranchNode[], parentId: number | null): number[] =>
  branches.filter((branch) => branch.parentId === parentId).map(({ id }) => id);

/** The branches that have none below them. */
export function leavesOf(branches: readonly BranchNode[]): number[] {
  const parents = new Set(branches.map(({ parentId }) => parentId));
  return branches.filter(({ id }) => !parents.has(id)).map(({ id }) => id);
}
