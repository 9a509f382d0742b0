import type { Prize } from "./forum.ts";

/** The prize of a place: one first and two seconds are the places 1, 2 and 3. Whoever shares a place has the same; null: none is left. */
export function prizeOf(place: number | null, prizes: readonly Prize[]): string | null {
  let last = 0;
  for (const { name, count } of prizes) {
    last += count;
    if (place !== null && place <= last) return name;
  }
  return null;
}
