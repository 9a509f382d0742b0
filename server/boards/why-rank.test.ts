import { expect, test } from "vitest";
import { at } from "#tests/world/contest.ts";
import { aFrozenContest, FREEZE, play } from "#tests/world/frozen-contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { as } from "#tests/world/people.ts";
import { getScoreGraph } from "./get-score-graph.ts";
import { getWhyRank } from "./get-why-rank.ts";

test("the arithmetic adds up to the place of everybody, field by field, and is told to nobody while frozen or in bands", async () => {
  const world = await aFrozenContest();
  const why = async (who: number, minute: number, { slug, people } = world) =>
    valueOf(await getWhyRank.call(await as(people[who] ?? 0, at(minute)), { slug })).why;
  for (const [who, rank, before] of [
    [0, 1, { score: 0, right: 0, total: 0, last: 0 }],
    [2, 3, { score: 1, right: 0, total: 0, last: 1 }],
    [5, 6, { score: 5, right: 0, total: 0, last: 0 }],
  ] as const)
    expect(await why(who, FREEZE - 1)).toMatchObject({ rank, before, shared: 0 });
  expect(await why(7, FREEZE - 1)).toBeNull();
  await world.freeze();
  expect(await why(0, FREEZE + 1)).toBeNull();
  const band = await aFrozenContest({ board: { view: "band" } });
  expect(await why(0, FREEZE - 1, band)).toBeNull();
});

test("a team's arithmetic adds up: its result out of its members' results, its place out of the teams before it", async () => {
  for (const [score, sumMilli, scoreMilli] of [
    ["mean", 50_000, 25_000],
    ["sum", 50_000, 50_000],
    ["top_n", 30_000, 30_000],
  ] as const) {
    const world = await aFrozenContest({ team: { min: 2, max: 3, score, topN: 1 }, board: { view: "band" } });
    const team = async (who: number, minute: number) =>
      valueOf(await getWhyRank.call(await as(world.people[who] ?? 0, at(minute)), { slug: world.slug })).team;
    // 1 and 3 have 30 and 20 points; before them stand 0 and 2 with 40 and 30.
    expect(await team(1, FREEZE - 1)).toMatchObject({
      ...{ rank: 2, scoreMilli, sumMilli, members: 2, played: 2, counted: score === "top_n" ? 1 : 2, formula: score },
      ...{ before: { score: 1, right: 0, total: 0, last: 0 }, shared: 0 },
    });
    await world.freeze();
    expect(await team(1, FREEZE + 1)).toBeNull();
  }
});

test("the graph shows what counted after each hand-in of the first ten, and stops at the freeze; the organizer's goes on", async () => {
  const world = await aFrozenContest();
  const { slug, people, organizer } = world;
  await play(people[0] ?? 0, slug, 5, 30);
  await world.freeze();
  await play(people[1] ?? 0, slug, 5, FREEZE + 5);
  const graph = async (personId: number, input: object = {}) =>
    valueOf(await getScoreGraph.call(await as(personId, at(FREEZE + 20)), { slug, ...input }));
  const seen = await graph(people[3] ?? 0);
  expect(seen).toMatchObject({ opensAt: at(0), until: at(FREEZE) });
  expect(seen.lines[0]?.points).toEqual([
    { at: at(7), scoreMilli: 40_000 },
    { at: at(32), scoreMilli: 50_000 },
  ]);
  expect(seen.lines.map(({ points }) => points.length)).toEqual([2, 1, 1, 1, 1, 1]);
  expect(await graph(organizer, { board: "public" })).toEqual(seen);
  expect((await graph(organizer)).lines[1]?.points.at(-1)).toEqual({ at: at(FREEZE + 7), scoreMilli: 50_000 });
  const band = await aFrozenContest({ board: { view: "band" } });
  expect(valueOf(await getScoreGraph.call(await as(band.people[0] ?? 0, at(50)), { slug: band.slug })).lines).toEqual([]);
});
