import type { BoardView } from "#domain/contests/rules.ts";

/** How many places before and after the own one a member sees. */
export const NEIGHBOURS = 3;

const BANDS = [10, 25, 50, 75] as const;

/** The band a place lies in, as the upper edge of its percent: among the first tenth, quarter, half, three quarters, or all. */
export function bandOf(rank: number, total: number): number {
  return BANDS.find((percent) => rank * 100 <= percent * total) ?? 100;
}

/** The stretch of a list in order that shows the own position (from 0) with its neighbours. */
export function nearOf(position: number, total: number): { from: number; size: number } {
  const from = Math.max(0, position - NEIGHBOURS);
  return { from, size: Math.min(total, position + NEIGHBOURS + 1) - from };
}

/** What a contest starts with when nobody says it: in light-burden mode nobody is ranked by name before others unless somebody wants it (B4). */
export const usualView = (lightBurden: boolean): BoardView => (lightBurden ? "band" : "full");

/** What of the board the rules let members see. */
export const viewOf = (board: Readonly<{ view?: BoardView | undefined }>): BoardView => board.view ?? "full";
