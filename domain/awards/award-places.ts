import { PUBLIC_FROM } from "#domain/boards/branch-board.ts";
import { type RankFields, ranked } from "#domain/boards/rank-key.ts";
import type { AwardRules, Medal, MedalRule } from "./award-rules.ts";

export type Awardable = RankFields & { readonly subject: number; readonly division: string | null };
export type MedalRow = Readonly<{ subject: number; medal: Medal; rank: number; scoreMilli: number; division: string | null }>;

/** The last place of each medal on a board of `size`. */
export function linesOf(medals: readonly MedalRule[], size: number): number[] {
  let line = 0;
  return medals.map(({ by, number }) => {
    line = by === "place" ? Math.max(line, number) : line + (by === "count" ? number : Math.ceil((size * number) / 100));
    return line;
  });
}

/** The medals of one board: the first whose line a place reaches. Places are shared (1-2-2-4), so a tie at a line is above it for all. */
function onBoard(board: readonly Awardable[], medals: readonly MedalRule[], division: string | null): MedalRow[] {
  const lines = linesOf(medals, board.length);
  return ranked(board).flatMap(({ subject, rank, scoreMilli }) => {
    const won = medals.find((_, at) => rank <= (lines[at] ?? 0));
    return won ? [{ subject, medal: won.medal, rank, scoreMilli, division }] : [];
  });
}

/** Who gets which medal, by the printed rules: on one board, or on that of every division. */
export function medalsOf(all: readonly Awardable[], { medals, perDivision }: AwardRules): MedalRow[] {
  if (!perDivision) return onBoard(all, medals, null);
  const divisions = [...new Set(all.map(({ division }) => division))].filter((name) => name !== null).sort();
  return divisions.flatMap((name) =>
    onBoard(
      all.filter(({ division }) => division === name),
      medals,
      name,
    ),
  );
}

export type BranchTurnout = Readonly<{ branchId: number; eligible: number; participants: number }>;
export type OrganisationRow = BranchTurnout & Readonly<{ rank: number }>;

/** Below 0 when `a` took part more; compared as fractions, so that no rounding decides. */
const compareTurnout = (a: BranchTurnout, b: BranchTurnout) =>
  Number(BigInt(b.participants) * BigInt(a.eligible) - BigInt(a.participants) * BigInt(b.eligible));

/** The branches that get the organisation award. As on branch boards, those of one or two people are left out. */
export function organisationAwards(branches: readonly BranchTurnout[], rule: AwardRules["organisation"]): OrganisationRow[] {
  if (rule === null) return [];
  const reaching = branches
    .filter(({ eligible, participants }) => eligible >= PUBLIC_FROM && participants * 100 >= rule.percent * eligible)
    .sort(compareTurnout);
  let rank = 0;
  return reaching
    .map((branch, at) => {
      const before = reaching[at - 1];
      if (!before || compareTurnout(before, branch) !== 0) rank = at + 1;
      return { ...branch, rank };
    })
    .filter((branch) => rule.most === null || branch.rank <= rule.most);
}
