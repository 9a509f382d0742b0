import type { ItemLine } from "./item-line.ts";

const MOST = 10;

/** The wordings that fewest got right, hardest first: what to read again. None of too few attempts, and none that everybody knew. */
export const hardestOf = (items: readonly ItemLine[]): ItemLine[] =>
  items
    .filter(({ facility }) => facility !== null && facility < 100)
    .toSorted((a, b) => (a.facility ?? 0) - (b.facility ?? 0) || a.versionId - b.versionId)
    .slice(0, MOST);
