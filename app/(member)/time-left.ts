const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How long is left, in the one unit that says it best; minutes count a started one whole, so that 0 means over. */
export function timeLeft(leftMs: number): { value: number; unit: "days" | "hours" | "minutes" } {
  if (leftMs >= 2 * DAY_MS) return { value: Math.floor(leftMs / DAY_MS), unit: "days" };
  if (leftMs >= 2 * HOUR_MS) return { value: Math.floor(leftMs / HOUR_MS), unit: "hours" };
  return { value: Math.max(0, Math.ceil(leftMs / MINUTE_MS)), unit: "minutes" };
}
