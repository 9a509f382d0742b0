import type { TaskState } from "#domain/tasks/state.ts";

/** How many tasks of some set stand so. `done` holds those done late too; `open` those not yet due. */
export type Counts = Readonly<{
  assigned: number;
  done: number;
  late: number;
  open: number;
  overdue: number;
  waived: number;
  cancelled: number;
}>;

export const NO_COUNTS: Counts = { assigned: 0, done: 0, late: 0, open: 0, overdue: 0, waived: 0, cancelled: 0 };

const keys = Object.keys(NO_COUNTS) as (keyof Counts)[];

/** Both sets together. Parents are summed like this, over tasks and people, and never as a mean of means (D5). */
export function plus(one: Counts, other: Counts): Counts {
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as Counts;
}

export const sumOf = (all: readonly Counts[]): Counts => all.reduce(plus, NO_COUNTS);

/** What is to be done: all that was assigned, but for what was waived or cancelled. */
export const dueOf = ({ assigned, waived, cancelled }: Counts): number => assigned - waived - cancelled;

/**
 * Done of what is to be done, in percent with one decimal; null where nothing is. 100 only when all is done and 0 only when nothing
 * is: 1,999 of 2,000 is 99.9.
 */
export function ratePercentOf(counts: Counts): number | null {
  const due = dueOf(counts);
  if (due === 0) return null;
  if (counts.done === 0 || counts.done === due) return counts.done === 0 ? 0 : 100;
  return Math.min(99.9, Math.max(0.1, Math.round((counts.done / due) * 1_000) / 10));
}

/** How one task counts. */
export function countOf(state: TaskState): Counts {
  const one = { ...NO_COUNTS, assigned: 1 };
  if (state === "done_late") return { ...one, done: 1, late: 1 };
  return { ...one, [state]: 1 };
}
