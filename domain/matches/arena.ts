// A few lines long of 150: the rule of an arena is read as a whole.
import { scoresOf } from "./rating.ts";

/** A duel as an arena sees it: who played whom, how strong they were when it began, what each of them had right; `endedAt` null: it runs. */
export type ArenaGame = Readonly<{
  id: number;
  startedAt: Date;
  endedAt: Date | null;
  players: readonly [ArenaPlayer, ArenaPlayer];
}>;
/** `result`: how many were right, or -1 of who went away. */
type ArenaPlayer = Readonly<{ personId: number; rating: number; result: number }>;

/** From when to when an arena is played; what ends at its last instant still counts. */
export type ArenaWindow = Readonly<{ from: Date; until: Date }>;

/** What an arena's organizer has laid down: how many duels with the same opponent count, and whom and what was struck out of it since. */
export type ArenaTerms = Readonly<{
  perOpponent: number;
  struckGames: ReadonlySet<number>;
  struckPeople: ReadonlySet<number>;
  /** It was called off: nothing counts. */
  isCancelled?: boolean;
}>;

export type ArenaRow = Readonly<{ personId: number; place: number; points: number; games: number; wins: number; isOnFire: boolean }>;

/** Why a duel counts or does not: it runs still, lies outside the window, was struck out, was one too many with the same opponent, or there is no arena any more. */
export const ARENA_VERDICTS = ["counts", "runs", "outside", "struck", "too-often", "cancelled"] as const;
export type ArenaVerdict = (typeof ARENA_VERDICTS)[number];

/** A duel of one person: what it came to, and what it gave. */
export type ArenaStep = Readonly<{
  gameId: number;
  endedAt: Date | null;
  result: number;
  otherResult: number;
  score: number;
  points: number;
  isDouble: boolean;
  verdict: ArenaVerdict;
}>;

/** A win and half of it for a draw: points for each whole mark of a duel. */
export const ARENA_POINTS = 2;
/** So many wins in a row make the next game count double, and every one after it until one is not won. */
export const FIRE_AFTER = 2;
/** How far above the opponents somebody plays who wins everything, and below who loses everything (lichess; FIDE's table ends at 800). */
const PERFORMANCE_REACH = 500;
const NO_TERMS: ArenaTerms = { perOpponent: Number.POSITIVE_INFINITY, struckGames: new Set(), struckPeople: new Set() };

type Gain = Readonly<{ points: number; isDouble: boolean }>;

/**
 * What each of these marks (1, ½, 0) gives, in their order: a win 2, a draw 1, a loss 0; double after two wins in a row, up to and with the
 * game that is not won (lichess, “Arena tournaments”: two wins and a draw are 2 + 2 + 2 × 1 = 6).
 */
function arenaGains(scores: readonly number[]): { gains: Gain[]; isOnFire: boolean } {
  let inARow = 0;
  const gains = scores.map((score) => {
    const isDouble = inARow >= FIRE_AFTER;
    inARow = score === 1 ? inARow + 1 : 0;
    return { points: ARENA_POINTS * score * (isDouble ? 2 : 1), isDouble };
  });
  return { gains, isOnFire: inARow >= FIRE_AFTER };
}

/** The sum of what the marks give. */
export function arenaPoints(scores: readonly number[]): { points: number; isOnFire: boolean } {
  const { gains, isOnFire } = arenaGains(scores);
  return { points: gains.reduce((sum, { points }) => sum + points, 0), isOnFire };
}

/** The marks of both. A duel in which nobody had anything right is nobody's: two who do nothing together get nothing for it (B5). */
function marksOf(results: readonly [number, number]): number[] {
  return Math.max(...results) <= 0 && results[0] === results[1] ? [0, 0] : scoresOf(results);
}

/** The name of a pair, whoever of them is named first. */
export const pairOf = ({ players }: ArenaGame): string =>
  players
    .map(({ personId }) => personId)
    .toSorted((one, other) => one - other)
    .join();

/**
 * Every duel in the order in which they ended, with its verdict. Of those of one pair the first few count, for both alike: whoever wins
 * against the same obliging opponent again and again gets no further by it (B5).
 */
export function arenaVerdicts(games: readonly ArenaGame[], { from, until }: ArenaWindow, terms: ArenaTerms) {
  const met = new Map<string, number>();
  const ends = ({ endedAt }: ArenaGame): number => endedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const verdictOf = (game: ArenaGame): ArenaVerdict => {
    const { id, startedAt, endedAt, players } = game;
    if (startedAt < from || (endedAt !== null && endedAt > until)) return "outside";
    if (endedAt === null) return "runs";
    if (terms.isCancelled) return "cancelled";
    if (terms.struckGames.has(id) || players.some(({ personId }) => terms.struckPeople.has(personId))) return "struck";
    const before = met.get(pairOf(game)) ?? 0;
    met.set(pairOf(game), before + 1);
    return before < terms.perOpponent ? "counts" : "too-often";
  };
  return games
    .toSorted((one, other) => (ends(one) === ends(other) ? one.id - other.id : ends(one) - ends(other)))
    .map((game) => ({ game, verdict: verdictOf(game) }));
}

type Mark = Readonly<{ score: number; other: number }>;

/**
 * How well somebody played by whom they met: the opponents' mean rating, and up to 500 more or less by the share of marks. In whole numbers:
 * the order of adding up decides nothing.
 */
const performanceOf = (marks: readonly Mark[]): number =>
  Math.round(marks.reduce((sum, { score, other }) => sum + other + PERFORMANCE_REACH * (2 * score - 1), 0) / marks.length);

/**
 * The board of an arena: by points, and those who have the same by their performance; who is level in both shares a place (1, 2, 2, 4). Only
 * duels count that began and ended within its window: what still runs at the end counts for nobody. Nor does what was struck out.
 */
export function arenaBoard(games: readonly ArenaGame[], window: ArenaWindow, terms: ArenaTerms = NO_TERMS): ArenaRow[] {
  const marks = new Map<number, Mark[]>();
  for (const { game, verdict } of arenaVerdicts(games, window, terms)) {
    if (verdict !== "counts") continue;
    const [one, other] = game.players;
    const scores = marksOf([one.result, other.result]);
    for (const [own, against, score] of [[one, other, scores[0]] as const, [other, one, scores[1]] as const])
      marks.set(own.personId, [...(marks.get(own.personId) ?? []), { score: score ?? 0, other: against.rating }]);
  }
  const rows = [...marks].map(([personId, own]) => {
    const scores = own.map(({ score }) => score);
    const wins = scores.filter((score) => score === 1).length;
    return { personId, ...arenaPoints(scores), games: own.length, wins, performance: performanceOf(own) };
  });
  type Row = (typeof rows)[number];
  const order = (one: Row, other: Row): number => other.points - one.points || other.performance - one.performance;
  const sorted = rows.toSorted((one, other) => order(one, other) || one.personId - other.personId);
  let place = 0;
  // The performance is left out: from it and the opponents' one could reckon ratings, which nobody is shown.
  return sorted.map(({ performance, ...row }, at) => {
    const before = sorted[at - 1];
    if (!before || order(before, { ...row, performance }) !== 0) place = at + 1;
    return { ...row, place };
  });
}

/** One person's duels in an arena, first to last: what each gave, and why one gave nothing. Their sum is what the board says. */
export function arenaSteps(personId: number, games: readonly ArenaGame[], window: ArenaWindow, terms: ArenaTerms = NO_TERMS): ArenaStep[] {
  const own = arenaVerdicts(games, window, terms).flatMap(({ game, verdict }) => {
    const at = game.players.findIndex((player) => player.personId === personId);
    if (at < 0) return [];
    const { id: gameId, endedAt, players } = game;
    const score = verdict === "runs" ? 0 : (marksOf([players[0].result, players[1].result])[at] ?? 0);
    const other = players[at === 0 ? 1 : 0];
    return [{ gameId, endedAt, result: players[at]?.result ?? 0, otherResult: other.result, score, verdict }];
  });
  const { gains } = arenaGains(own.flatMap(({ score, verdict }) => (verdict === "counts" ? [score] : [])));
  let next = 0;
  return own.map((step) => {
    const gain = step.verdict === "counts" ? gains[next++] : undefined;
    return { ...step, points: gain?.points ?? 0, isDouble: gain?.isDouble ?? false };
  });
}
