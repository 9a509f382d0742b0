import type { Blueprint } from "#domain/contests/rules.ts";
import { lineTakes, type PoolCell, type PoolIndex } from "./pool-index.ts";

/** Cells that the same lines may take from. */
export type PoolGroup = { readonly lines: readonly number[]; readonly cells: readonly PoolCell[]; readonly size: number };

/** How many questions each line takes from each group: `taken[line][group]`. */
export type Allotment = { readonly groups: readonly PoolGroup[]; readonly taken: readonly number[][] };

/** Chooses one of the groups, given how many free questions each has (0: not to be chosen). */
export type GroupChoice = (free: readonly number[]) => number;

/** The groups of a pool under a blueprint; questions that no line takes are left out. */
export function groupsOf(blueprint: Blueprint, pool: PoolIndex): PoolGroup[] {
  const groups = new Map<string, { lines: number[]; cells: PoolCell[]; size: number }>();
  for (const cell of pool.cells) {
    const lines = blueprint.flatMap((line, number) => (lineTakes(line, cell) ? [number] : []));
    if (lines.length === 0) continue;
    const name = lines.join(" ");
    const group = groups.get(name) ?? { lines, cells: [], size: 0 };
    group.cells.push(cell);
    group.size += cell.questions.length;
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** One hand-over: `line` takes one more from `group`, for which another line gives it up when `from` says so. */
type Step = { readonly line: number; readonly group: number; readonly before: Step | null };

/** The shortest chain of hand-overs that frees a question for a line; null when there is none, and then no paper is possible. */
function chainFor(line: number, { groups, taken }: Allotment, free: readonly number[]): Step | null {
  const seen = new Set<number>();
  const waiting: { readonly line: number; readonly before: Step | null }[] = [{ line, before: null }];
  for (const { line: wanting, before } of waiting) {
    for (const [group, { lines }] of groups.entries()) {
      if (seen.has(group) || !lines.includes(wanting)) continue;
      seen.add(group);
      const step = { line: wanting, group, before };
      if ((free[group] ?? 0) > 0) return step;
      for (const holder of lines) if ((taken[holder]?.[group] ?? 0) > 0) waiting.push({ line: holder, before: step });
    }
  }
  return null;
}

/** Carries out a chain: each line on it gives one to the line before and takes one further on. */
function follow(chain: Step, taken: number[][], free: number[]): void {
  free[chain.group] = (free[chain.group] ?? 0) - 1;
  for (let step: Step | null = chain; step !== null; step = step.before) {
    const row = taken[step.line] as number[];
    row[step.group] = (row[step.group] ?? 0) + 1;
    if (step.before) row[step.before.group] = (row[step.before.group] ?? 0) - 1;
  }
}

/**
 * Shares the pool out among the lines, one after the other: a maximum flow by augmenting chains, so that every line gets its
 * count whenever that is possible at all, and a line once served is never robbed for a later one.
 */
export function allotmentOf(blueprint: Blueprint, groups: readonly PoolGroup[], choice: GroupChoice): Allotment {
  const taken = blueprint.map(() => groups.map(() => 0));
  const free = groups.map((group) => group.size);
  const allotment = { groups, taken };
  for (const [line, { count }] of blueprint.entries()) {
    for (let left = count; left > 0; left -= 1) {
      const open = groups.map(({ lines }, group) => (lines.includes(line) ? (free[group] ?? 0) : 0));
      const chain = open.some((count) => count > 0) ? { line, group: choice(open), before: null } : chainFor(line, allotment, free);
      if (chain === null) break;
      follow(chain, taken, free);
    }
  }
  return allotment;
}
