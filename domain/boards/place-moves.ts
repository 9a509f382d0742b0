/** Where an entry stands on a whole board, and with what. */
export type BoardLine = Readonly<{ entryId: number; name: string; branchName: string; rank: number; scoreMilli: number }>;
/** The same of a team or a branch. */
export type UnitLine = Readonly<{ id: number; name: string; rank: number; scoreMilli: number }>;

type Side = Readonly<{ rank: number; scoreMilli: number }>;
type Sides = Readonly<{ before: Side | null; after: Side | null }>;
/** An entry whose place or score is otherwise on one board than on another; null: it is not on that one. */
export type PlaceMove = Readonly<{ entryId: number; name: string; branchName: string }> & Sides;
/** The same of a team or a branch. */
export type UnitMove = Readonly<{ id: number; name: string }> & Sides;

const sideOf = (line: Side | undefined): Side | null => (line ? { rank: line.rank, scoreMilli: line.scoreMilli } : null);
const isSame = (a: Side | null, b: Side | null): boolean => a?.rank === b?.rank && a?.scoreMilli === b?.scoreMilli;

const LAST = 1_000_000_000;
const rankOf = (side: Side | null): number => side?.rank ?? LAST;

function movesOf<Line extends Side>(before: readonly Line[], after: readonly Line[], idOf: (line: Line) => number) {
  const was = new Map(before.map((line) => [idOf(line), line]));
  const is = new Map(after.map((line) => [idOf(line), line]));
  return [...after, ...before.filter((line) => !is.has(idOf(line)))]
    .map((line) => ({ line, before: sideOf(was.get(idOf(line))), after: sideOf(is.get(idOf(line))) }))
    .filter((move) => !isSame(move.before, move.after))
    .toSorted((a, b) => rankOf(a.after) - rankOf(b.after) || rankOf(a.before) - rankOf(b.before) || idOf(a.line) - idOf(b.line));
}

/** What two boards of one contest differ in, in the order of the later one; who is no longer on it comes last. */
export const placeMoves = (was: readonly BoardLine[], is: readonly BoardLine[]): PlaceMove[] =>
  movesOf(was, is, ({ entryId }) => entryId).map(({ line: { entryId, name, branchName }, before, after }) => ({
    ...{ entryId, name, branchName, before, after },
  }));

/** The same of two boards of teams, or of branches. */
export const unitMoves = (was: readonly UnitLine[], is: readonly UnitLine[]): UnitMove[] =>
  movesOf(was, is, ({ id }) => id).map(({ line: { id, name }, before, after }) => ({ id, name, before, after }));
