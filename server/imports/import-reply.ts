import { z } from "zod";
import type { RowProblem } from "./row-problem.ts";

const SHOWN = 200;

/** What every import answers, tried or done: how much of what, the first 200 of each, and all problems. */
export const importReply = <A extends z.ZodType, C extends z.ZodType, M extends z.ZodType>(add: A, change: C, move: M) =>
  z.object({
    dryRun: z.boolean(),
    committed: z.boolean(),
    total: z.number(),
    counts: z.object({ adds: z.number(), changes: z.number(), moves: z.number(), same: z.number(), problems: z.number() }),
    adds: z.array(add),
    changes: z.array(change),
    moves: z.array(move),
    problems: z.array(
      z.object({ row: z.number(), column: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  });

type Plan<A, C, M> = Readonly<{
  problems: readonly RowProblem[];
  adds: readonly A[];
  changes: readonly C[];
  moves: readonly M[];
  same: readonly unknown[];
}>;

/** The reply to a plan. */
export function replyOf<A, C, M>(
  { problems, adds, changes, moves, same }: Plan<A, C, M>,
  done: { dryRun: boolean; committed: boolean; total: number },
) {
  return {
    ...done,
    counts: { adds: adds.length, changes: changes.length, moves: moves.length, same: same.length, problems: problems.length },
    adds: adds.slice(0, SHOWN),
    changes: changes.slice(0, SHOWN),
    moves: moves.slice(0, SHOWN),
    problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
  };
}
