import { scoresOf } from "./rating.ts";

/** A duel as an arena sees it: who played whom, how strong they were when it began, what each of them had right; `endedAt` null: it runs. */
export type ArenaGame = Readonly<{
  id: number;
  startedAt: Date;
  endedAt: Date | null;
  players: readonly [ArenaPlayer, ArenaPlayer];
}>;
type ArenaPlayer = Readonly<{ personId: number; rating: number; result: number }>;

/** From when to when an arena is played; what ends at its last instant still counts. */
export type ArenaWindow = Readonly<{ from: Date; until: Date }>;

export type ArenaRow = Readonly<{ personId: number; place: number; points: number; games: number; wins: number; isOnFire: boolean }>;

/** A win and half of it for a draw: points for each whole mark of a duel. */
const POINTS = 2;
/** So many wins in a row make the next game count double, and every one after it until one is not won. */
const FIRE_AFTER = 2;
/** How far above the opponents somebody plays who wins everything, and below who loses everything (lichess; FIDE's table ends at 800). */
const PERFORMANCE_REACH = 500;

type Mark = Readonly<{ score: number; other: number }>;

/**
 * Points of marks in their order (1, ½, 0): a win 2, a draw 1, a loss 0; double after two wins in a row, up to and with the game that is not
 * won (lichess, “Arena tournaments”: two wins and a draw are 2 + 2 + 2 × 1 = 6).
 */
export function arenaPoints(scores: readonly number[]): { points: number; isOnFire: boolean } {
  let [points, inARow] = [0, 0];
  for (const score of scores) {
    points += POINTS * score * (inARow >= FIRE_AFTER ? 2 : 1);
    inARow = score === 1 ? inARow + 1 : 0;
  }
  return { points, isOnFire: inARow >= FIRE_AFTER };
}

/** How well somebody played by whom they met: the opponents' mean rating, and up to 500 more or less by the share of marks. */
const performanceOf = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { score, other }) => sum + other + PERFORMANCE_REACH * (2 * score - 1), 0) / marks.length;

/**
 * The board of an arena: by points, and those who have the same by their performance; who is level in both shares a place (1, 2, 2, 4). Only
 * duels count that began and ended within its window: what still runs at the end counts for nobody.
 */
export function arenaBoard(games: readonly ArenaGame[], { from, until }: ArenaWindow): ArenaRow[] {
  const counted = games
    .flatMap(({ endedAt, ...game }) => (endedAt !== null && game.startedAt >= from && endedAt <= until ? [{ ...game, endedAt }] : []))
    .toSorted((one, other) => one.endedAt.getTime() - other.endedAt.getTime() || one.id - other.id);
  const marks = new Map<number, Mark[]>();
  for (const { players } of counted) {
    const scores = scoresOf(players.map(({ result }) => result));
    players.forEach(({ personId }, at) => {
      const mark = { score: scores[at] ?? 0, other: players[1 - at]?.rating ?? 0 };
      marks.set(personId, [...(marks.get(personId) ?? []), mark]);
    });
  }
  const rows = [...marks].map(([personId, own]) => {
    const scores = own.map(({ score }) => score);
    const wins = scores.filter((score) => score === 1).length;
    return { personId, ...arenaPoints(scores), games: own.length, wins, performance: performanceOf(own) };
  });
  const isBefore = (one: (typeof rows)[number], other: (typeof rows)[number]) =>
    one.points > other.points || (one.points === other.points && one.performance > other.performance);
  // The performance is left out: from it and the opponents' one could reckon ratings, which nobody is shown.
  return rows
    .map(({ performance: _performance, ...row }, at) => ({
      ...row,
      place: 1 + rows.filter((other) => isBefore(other, rows[at] ?? other)).length,
    }))
    .toSorted((one, other) => one.place - other.place || one.personId - other.personId);
}
