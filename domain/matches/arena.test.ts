import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArenaGame, arenaBoard, arenaPoints } from "./arena.ts";

const start = Date.parse("2026-12-01T02:00:00Z");
const at = (minutes: number) => new Date(start + minutes * 60_000);
const hour = { from: at(0), until: at(60) };
/** A duel of a minute, by what each had right. */
const duel = (minute: number, [one, a]: [number, number], [other, b]: [number, number], more: Partial<ArenaGame> = {}): ArenaGame => ({
  ...{ id: minute, startedAt: at(minute), endedAt: at(minute + 1) },
  players: [
    { personId: one, rating: 1_000, result: a },
    { personId: other, rating: 1_000, result: b },
  ],
  ...more,
});

test("two wins in a row set on fire: double until a game is not won, and that one is doubled too", () => {
  const marks = { W: 1, D: 0.5, L: 0 } as const;
  for (const [games, points, isOnFire] of [
    ["", 0, false],
    ["W", 2, false],
    ["WW", 4, true],
    ["WWD", 6, false],
    ["WWW", 8, true],
    ["WWL", 4, false],
    ["WWLW", 6, false],
    ["WWDW", 8, false],
    ["WDW", 5, false],
    ["WDWW", 7, true],
    ["WWWLWWD", 14, false],
    ["DDD", 3, false],
    ["LLL", 0, false],
  ] as const)
    expect(arenaPoints([...games].map((one) => marks[one as keyof typeof marks])), games).toEqual({ points, isOnFire });
});

test("the order of a streak is that in which games ended, however they are handed over", () => {
  const games = [duel(0, [1, 5], [2, 3]), duel(2, [1, 5], [3, 3]), duel(4, [1, 4], [2, 4]), duel(6, [1, 1], [3, 4])];
  const board = arenaBoard(games, hour);
  expect(board).toEqual([
    { personId: 1, place: 1, points: 6, games: 4, wins: 2, isOnFire: false },
    { personId: 3, place: 2, points: 2, games: 2, wins: 1, isOnFire: false },
    { personId: 2, place: 3, points: 1, games: 2, wins: 0, isOnFire: false },
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(games, { minLength: games.length }), (mixed) => {
      expect(arenaBoard(mixed, hour)).toEqual(board);
    }),
  );
});

test("only what began and ended within the window counts: not what was begun before it, runs at its end or ends after it", () => {
  const inside = duel(59, [1, 5], [2, 3]);
  const outside = [
    duel(-0.5, [2, 5], [1, 3]),
    duel(59.5, [2, 5], [1, 3]),
    duel(30, [2, 5], [1, 3], { endedAt: null }),
    duel(61, [2, 5], [1, 3]),
  ];
  expect(arenaBoard([inside, ...outside], hour)).toEqual(arenaBoard([inside], hour));
  expect(arenaBoard(outside, hour)).toEqual([]);
});

test("level in points: who met the stronger is before; level in both: they share a place, 1, 2, 2, 4", () => {
  const met = (minute: number, personId: number, other: number, rating: number, result: number) =>
    duel(minute, [personId, result], [other, 3], {
      players: [
        { personId, rating: 1_000, result },
        { personId: other, rating, result: 3 },
      ],
    });
  const games = [met(0, 1, 11, 1_000, 5), met(2, 2, 12, 1_200, 5), met(4, 3, 13, 1_000, 5), met(6, 4, 14, 1_000, 3)];
  const places = arenaBoard(games, hour).filter(({ personId }) => personId < 10);
  expect(places.map(({ personId, place, points }) => [personId, place, points])).toEqual([
    [2, 1, 2],
    [1, 2, 2],
    [3, 2, 2],
    [4, 4, 1],
  ]);
});

test("whatever is played: a board says points of whole games, places ascend, and one more win never takes points away", () => {
  const played = fc.array(
    fc.record({ one: fc.integer({ min: 1, max: 5 }), by: fc.integer({ min: 1, max: 4 }), a: fc.nat(5), b: fc.nat(5) }),
    {
      maxLength: 25,
    },
  );
  fc.assert(
    fc.property(played, (list) => {
      const games = list.map(({ one, by, a, b }, minute) => duel(minute, [one, a], [((one + by - 1) % 5) + 1, b]));
      const board = arenaBoard(games, hour);
      expect(board.reduce((sum, row) => sum + row.games, 0)).toBe(2 * games.length);
      board.forEach((row, place) => {
        expect(row.place).toBeLessThanOrEqual(place + 1);
        expect(row.points).toBeLessThanOrEqual(4 * row.games);
        expect(row.points).toBeGreaterThanOrEqual(2 * row.wins);
      });
      const more = arenaBoard([...games, duel(50, [1, 5], [2, 0])], hour).find(({ personId }) => personId === 1);
      expect(more?.points).toBeGreaterThan(board.find(({ personId }) => personId === 1)?.points ?? 0);
    }),
  );
});
