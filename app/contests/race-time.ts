/** Time taken, to the tenth, as 3:05.2 or 1:03:05.2; cut off and not rounded, so that it never says more than was taken. */
export function raceTime(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const [h, m, s, t] = [Math.floor(tenths / 36_000), Math.floor((tenths % 36_000) / 600), Math.floor((tenths % 600) / 10), tenths % 10];
  const two = (n: number): string => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}.${t}` : `${m}:${two(s)}.${t}`;
}
