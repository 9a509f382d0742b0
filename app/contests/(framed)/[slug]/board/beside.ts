import type { getBoard } from "#server/boards/get-board.ts";
import type { Verb } from "#server/verb.ts";

/**
 * What stands between points and time on a board: the number right, the days the points were made on, the questions solved (the time is
 * the penalty then), or nothing.
 */
export type Beside = (typeof getBoard extends Verb<infer Board> ? Board : never)["beside"];

/** That number of one row. */
export const besideOf = ({ rightCount, days = 0 }: { rightCount: number; days?: number | undefined }, beside: Beside): number =>
  beside === "days" ? days : rightCount;
