import type { GameMode } from "./rules.ts";

/** D3: the most that the line is allowed for, which is also the most that delaying one's echoes can gain. */
const MOST_COMPENSATED_MS = 150;
/** How many round trips are remembered. */
export const TRIPS_KEPT = 5;
/** Kahoot: faster than anybody reads is as fast as one can be. */
const AT_ONCE_MS = 500;

/** Half the median of the last five round trips that the server measured, 150 ms at the most. */
export function compensationMs(trips: readonly number[]): number {
  const sorted = trips.slice(-TRIPS_KEPT).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[middle] ?? 0];
  return Math.min(MOST_COMPENSATED_MS, Math.max(0, Math.round((low + high) / 4)));
}

/** How long somebody took (D3): from the opening to the receipt, less the line's share. Never below nothing. */
export function responseMs(opensAt: Date, receivedAt: Date, trips: readonly number[]): number {
  return Math.max(0, receivedAt.getTime() - opensAt.getTime() - compensationMs(trips));
}

const halfUp = (n: number, of: number): number => Math.floor((2 * n + of) / (2 * of));

/**
 * What an answer with a mark of `markMilli` (D2) is worth after `tMs` of the person's own `windowMs`. `accuracy` leaves the mark as it is;
 * the others round to whole points. A right answer is never worth nothing.
 */
export function scoreMilli(mode: GameMode, markMilli: number, tMs: number, windowMs: number): number {
  const t = Math.min(windowMs, Math.max(0, tMs));
  if (mode === "accuracy") return markMilli;
  if (mode === "mild") return halfUp(markMilli * (10 * windowMs - 4 * t), 10 * windowMs * 1_000) * 1_000;
  if (t < AT_ONCE_MS) return halfUp(markMilli, 1_000) * 1_000;
  return halfUp(markMilli * (2 * windowMs - t), 2 * windowMs * 1_000) * 1_000;
}
