/** How to write two instants of one window: with the year when they lie in different years (in the organisation's zone, UTC+8). */
export function windowForm(opensAt: Date, closesAt: Date): "dated" | "minute" {
  const yearOf = (at: Date): number => new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear();
  return yearOf(opensAt) === yearOf(closesAt) ? "minute" : "dated";
}
