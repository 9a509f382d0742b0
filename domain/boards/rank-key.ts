/** The four fields every individual board is ordered by (D4.1); `lastScoringMs` counts from the contest's opening. */
export type RankFields = {
  readonly scoreMilli: number;
  readonly rightCount: number;
  readonly totalMs: number;
  readonly lastScoringMs: number;
};

/** Hex digits of each field in the stored key, and so its cap: 68.7 million points, 65,535 right, 49.7 days, 557 years. */
const DIGITS = { scoreMilli: 9, rightCount: 4, totalMs: 8, lastScoringMs: 11 } as const;
const FIELDS = ["scoreMilli", "rightCount", "totalMs", "lastScoringMs"] as const;

/** The largest value of each field that the key can hold. */
export const RANK_CAPS: RankFields = {
  scoreMilli: 16 ** DIGITS.scoreMilli - 1,
  rightCount: 16 ** DIGITS.rightCount - 1,
  totalMs: 16 ** DIGITS.totalMs - 1,
  lastScoringMs: 16 ** DIGITS.lastScoringMs - 1,
};

/** Score and number right are better when high; the times are better when low. */
const isBetterLow = (field: (typeof FIELDS)[number]) => field === "totalMs" || field === "lastScoringMs";

const capped = (value: number, cap: number) => Math.min(cap, Math.max(0, Math.trunc(value)));

/** The fields as the key holds them: whole, not below nothing, not above the cap. */
export function cappedRankFields({ scoreMilli, rightCount, totalMs, lastScoringMs }: RankFields): RankFields {
  return {
    scoreMilli: capped(scoreMilli, RANK_CAPS.scoreMilli),
    rightCount: capped(rightCount, RANK_CAPS.rightCount),
    totalMs: capped(totalMs, RANK_CAPS.totalMs),
    lastScoringMs: capped(lastScoringMs, RANK_CAPS.lastScoringMs),
  };
}

/** Below 0 when `a` stands before `b`, 0 when they share a rank (D4.1). Who they are never decides. */
export function compareRank(a: RankFields, b: RankFields): number {
  return b.scoreMilli - a.scoreMilli || b.rightCount - a.rightCount || a.totalMs - b.totalMs || a.lastScoringMs - b.lastScoringMs;
}

/**
 * One stored sort key: 32 hex digits, of which the GREATER text stands first (`order by rank_key desc`), equal for a shared rank.
 * Order of keys = compareRank of the capped fields, whatever the collation: only 0–9 and a–f, always as long.
 */
export function rankKeyOf(fields: RankFields): string {
  const held = cappedRankFields(fields);
  return FIELDS.map((field) => {
    const value = isBetterLow(field) ? RANK_CAPS[field] - held[field] : held[field];
    return value.toString(16).padStart(DIGITS[field], "0");
  }).join("");
}

/** The fields that a stored key was made of. */
export function rankFieldsOf(key: string): RankFields {
  let from = 0;
  const read = (field: (typeof FIELDS)[number]) => {
    const value = Number.parseInt(key.slice(from, from + DIGITS[field]), 16);
    from += DIGITS[field];
    return isBetterLow(field) ? RANK_CAPS[field] - value : value;
  };
  return { scoreMilli: read("scoreMilli"), rightCount: read("rightCount"), totalMs: read("totalMs"), lastScoringMs: read("lastScoringMs") };
}

export type Ranked<Row> = Row & { readonly rank: number };

/**
 * Ranks of a page that begins at `position` (from 0) of a list already in order; `firstRank` is the rank of its first row
 * (1 + the number strictly before it), which need not be on this page.
 */
export function rankedPage<Row extends RankFields>(rows: readonly Row[], position: number, firstRank: number): Ranked<Row>[] {
  let rank = firstRank;
  return rows.map((row, at) => {
    const before = rows[at - 1];
    if (before && compareRank(before, row) !== 0) rank = position + at + 1;
    return { ...row, rank };
  });
}

/** Competition ranking 1-2-2-4 of all rows, best first; rows that share a rank stay as they came. */
export function ranked<Row extends RankFields>(rows: readonly Row[]): Ranked<Row>[] {
  return rankedPage([...rows].sort(compareRank), 0, 1);
}
