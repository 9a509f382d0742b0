/** How many stars so many points of a study year are, and how many points the next one needs; null: there is none above. */
export function starsOf(points: number, stars: readonly number[]): { stars: number; nextAt: number | null } {
  const reached = stars.filter((from) => points >= from).length;
  return { stars: reached, nextAt: stars[reached] ?? null };
}
