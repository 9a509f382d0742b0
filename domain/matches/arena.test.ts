import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArenaGame, type ArenaTerms, arenaBoard, arenaPoints, arenaSteps } from "./arena.ts";
import { oneSidedPairs } from "./one-sided.ts";
import { arenaOf, arenasMeet } from "./shared-arena.ts";

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

const terms = (more: Partial<ArenaTerms> = {}): ArenaTerms => ({
  ...{ perOpponent: 3, struckGames: new Set<number>(), struckPeople: new Set<number>() },
  ...more,
});
const won = (minutes: readonly number[], by: number, of: number) => minutes.map((minute) => duel(minute, [by, 5], [of, 0]));

test("of the duels of one pair the first few count, for both; a duel with nothing right on either side is a loss for both (B5)", () => {
  const games = [...won([0, 2, 4, 6, 8], 1, 2), duel(10, [1, 0], [3, 0]), duel(12, [1, -1], [4, -1]), duel(14, [5, 0], [6, -1])];
  const board = arenaBoard(games, hour, terms());
  expect(board.map(({ personId, points, games, wins }) => [personId, points, games, wins])).toEqual([
    [1, 8, 5, 3],
    [5, 2, 1, 1],
    [2, 0, 3, 0],
    [3, 0, 1, 0],
    [4, 0, 1, 0],
    [6, 0, 1, 0],
  ]);
  expect(arenaSteps(1, games, hour, terms()).map(({ verdict, points, isDouble }) => [verdict, points, isDouble])).toEqual([
    ["counts", 2, false],
    ["counts", 2, false],
    ["counts", 4, true],
    ["too-often", 0, false],
    ["too-often", 0, false],
    ["counts", 0, true],
    ["counts", 0, false],
  ]);
});

test("what was struck out counts for neither side and uses up no duel of the pair; whose duels are struck is not on the board", () => {
  const games = [...won([0, 2, 4, 6], 1, 2), duel(8, [2, 5], [3, 1]), duel(10, [3, 4], [4, 3])];
  const without = arenaBoard(games, hour, terms({ struckGames: new Set([2]) }));
  expect(without).toEqual(
    arenaBoard(
      games.filter(({ id }) => id !== 2),
      hour,
      terms(),
    ),
  );
  expect(without.find(({ personId }) => personId === 1)).toMatchObject({ points: 8, games: 3 });
  const verdicts = arenaSteps(1, games, hour, terms({ struckGames: new Set([2]) })).map(({ gameId, verdict }) => [gameId, verdict]);
  expect(verdicts).toEqual([
    [0, "counts"],
    [2, "struck"],
    [4, "counts"],
    [6, "counts"],
  ]);
  const alone = arenaBoard(games, hour, terms({ struckPeople: new Set([2]) }));
  expect(alone.map(({ personId }) => personId)).toEqual([3, 4]);
  expect(arenaSteps(1, games, hour, terms({ struckPeople: new Set([2]) })).map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 4 }, () => "struck"),
  );
});

test("why somebody has so many points adds up to what the board says, whatever is played, struck, late or still running", () => {
  const played = fc.array(
    fc.record({
      ...{ one: fc.integer({ min: 1, max: 4 }), by: fc.integer({ min: 1, max: 3 }), a: fc.integer({ min: -1, max: 5 }) },
      ...{ b: fc.integer({ min: -1, max: 5 }), runs: fc.boolean(), late: fc.boolean() },
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(played, fc.integer({ min: 1, max: 4 }), fc.subarray([3, 5, 8]), fc.subarray([4]), (list, perOpponent, gone, out) => {
      const games = list.map(({ one, by, a, b, runs, late }, minute) =>
        duel(minute, [one, a], [((one + by - 1) % 4) + 1, b], { endedAt: runs ? null : at(late ? 61 : minute + 1) }),
      );
      const own = terms({ perOpponent, struckGames: new Set(gone), struckPeople: new Set(out) });
      const board = arenaBoard(games, hour, own);
      for (const personId of [1, 2, 3, 4]) {
        const counted = arenaSteps(personId, games, hour, own).filter(({ verdict }) => verdict === "counts");
        const row = board.find((one) => one.personId === personId);
        expect(row?.points ?? 0).toBe(counted.reduce((sum, { points }) => sum + points, 0));
        expect(row?.games ?? 0).toBe(counted.length);
      }
    }),
  );
});

test("an arena is shared by those who all are in its branch; two that could want the same duel meet, beside one another they do not", () => {
  const [whole, left, right] = [{ path: "1." }, { path: "1.2." }, { path: "1.3." }];
  expect(arenaOf([left, right], ["1.2.", "1.2.9."])).toBe(left);
  expect(arenaOf([left, right], ["1.2.", "1.3."])).toBeUndefined();
  expect(arenaOf([whole], ["1.2.", "1.3."])).toBe(whole);
  const over = (path: string, from: number, until: number) => ({ path, opensAt: at(from), closesAt: at(until) });
  expect(arenasMeet(over("1.", 0, 60), over("1.2.", 59, 70))).toBe(true);
  expect(arenasMeet(over("1.2.", 59, 70), over("1.", 0, 60))).toBe(true);
  expect(arenasMeet(over("1.", 0, 60), over("1.2.", 60, 70))).toBe(false);
  expect(arenasMeet(over("1.2.", 60, 70), over("1.", 0, 60))).toBe(false);
  expect(arenasMeet(over("1.2.", 0, 60), over("1.3.", 0, 60))).toBe(false);
});

test("pairs of whom one always won are named to be looked at; one draw, or one win the other way, and they are not", () => {
  const games = [...won([0, 2, 4], 1, 2), ...won([6, 8, 10], 3, 4), duel(12, [4, 5], [3, 1]), ...won([14, 16, 18, 20], 5, 6)];
  expect(oneSidedPairs(games)).toEqual([
    { winner: 5, loser: 6, games: 4 },
    { winner: 1, loser: 2, games: 3 },
  ]);
  expect(oneSidedPairs([...games, duel(22, [5, 2], [6, 2])]).map(({ winner }) => winner)).toEqual([1]);
});
