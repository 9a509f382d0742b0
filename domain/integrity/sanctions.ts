import type { RankFields } from "#domain/boards/rank-key.ts";

/** The ladder: told, points taken off, the entry out of every board. */
export const SANCTION_KINDS = ["warning", "points", "disqualified"] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

export type Sanction = Readonly<{ kind: SanctionKind; milli: number }>;

/** A counted result under the sanctions that stand: points come off, never below nothing; whoever is disqualified does not count. */
export function sanctioned<Result extends RankFields>(
  counted: Result,
  standing: readonly Sanction[],
): Result & { readonly counts: boolean } {
  const off = standing.reduce((sum, { kind, milli }) => sum + (kind === "points" ? milli : 0), 0);
  return {
    ...counted,
    scoreMilli: Math.max(0, counted.scoreMilli - off),
    counts: !standing.some(({ kind }) => kind === "disqualified"),
  };
}
