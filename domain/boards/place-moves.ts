/** Where an entry stands on a whole board, and with what. */
export type BoardLine = Readonly<{ entryId: number; name: string; branchName: string; rank: number; scoreMilli: number }>;

type Side = Readonly<{ rank: number; scoreMilli: number }>;
/** An entry whose place or score is otherwise on one board than on another; null: it is not on that one. */
export type PlaceMove = Readonly<{ entryId: number; name: string; branchName: string; before: Side | null; after: Side | null }>;

const sideOf = (line: BoardLine | undefined): Side | null => (line ? { rank: line.rank, scoreMilli: line.scoreMilli } : null);
const isSame = (a: Side | null, b: Side | null): boolean => a?.rank === b?.rank && a?.scoreMilli === b?.scoreMilli;

const LAST = 1_000_000_000;
const rankOf = (side: Side | null): number => side?.rank ?? LAST;

/** What two boards of one contest differ in, in the order of the later one; who is no longer on it comes last. */
export function placeMoves(before: readonly BoardLine[], after: readonly BoardLine[]): PlaceMove[] {
  const was = new Map(before.map((line) => [line.entryId, line]));
  const is = new Map(after.map((line) => [line.entryId, line]));
  return [...after, ...before.filter(({ entryId }) => !is.has(entryId))]
    .map(({ entryId, name, branchName }) => ({
      ...{ entryId, name, branchName },
      ...{ before: sideOf(was.get(entryId)), after: sideOf(is.get(entryId)) },
    }))
    .filter((move) => !isSame(move.before, move.after))
    .toSorted((a, b) => rankOf(a.after) - rankOf(b.after) || rankOf(a.before) - rankOf(b.before) || a.entryId - b.entryId);
}
