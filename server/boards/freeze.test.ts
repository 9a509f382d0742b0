// Above 150 lines: the moments of one freeze follow each other on one contest.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { releaseBoard } from "#server/contests/release-board.ts";
import { retakeFrozenBoard } from "#server/contests/retake-frozen-board.ts";
import { endOverdueAttempts } from "#server/jobs/end-overdue-attempts.ts";
import { freezeBoards } from "#server/jobs/open-and-close-contests.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { aFrozenContest, answering, FREEZE, play } from "#tests/world/frozen-contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { getBoard } from "./get-board.ts";
import { getBranchBoard } from "./get-branch-board.ts";

type World = Awaited<ReturnType<typeof aFrozenContest>>;
const boardFor = async ({ slug }: World, personId: number, minute: number, input: object = {}) =>
  valueOf(await getBoard.call(await as(personId, at(minute)), { slug, ...input }));
const scoresOf = ({ places }: { places: { rank: number; scoreMilli: number }[] }) =>
  places.map(({ rank, scoreMilli }) => [rank, scoreMilli / 10_000]);
const FROZEN = [
  [1, 4],
  [2, 3],
  [3, 3],
  [4, 2],
  [5, 1],
  [6, 0],
];

test("from T_f on members see S_f, organizers the truth and, when they ask, S_f; released, everybody sees the truth", async () => {
  const world = await aFrozenContest();
  const { slug, people, organizer, freeze } = world;
  const [ada = 0, , , , , last = 0, late = 0] = people;
  expect(await freeze()).toBeGreaterThan(0);
  await play(late, slug, 5, FREEZE + 1);
  await play(last, slug, 4, FREEZE + 2);
  const frozen = await boardFor(world, ada, FREEZE + 10);
  expect(scoresOf(frozen)).toEqual(FROZEN);
  expect(frozen).toMatchObject({ total: 6, freeze: { isFrozen: true, showsTruth: false, mayChoose: false }, asOf: at(FREEZE) });
  const truth = await boardFor(world, organizer, FREEZE + 10);
  expect(scoresOf(truth).slice(0, 2)).toEqual([
    [1, 5],
    [2, 4],
  ]);
  expect(truth).toMatchObject({ total: 7, freeze: { isFrozen: true, showsTruth: true, mayChoose: true } });
  expect(scoresOf(await boardFor(world, organizer, FREEZE + 10, { board: "public" }))).toEqual(FROZEN);
  // A member who asks for the true board is not heard.
  expect(await boardFor(world, ada, FREEZE + 10, { board: "true" })).toEqual(frozen);
  expect(scoresOf(await boardFor(world, ada, 125))).toEqual(FROZEN);
  const { releasedAt } = valueOf(await releaseBoard.call(await as(organizer, at(130)), { slug }));
  expect(releasedAt).toEqual(at(130));
  expect(scoresOf(await boardFor(world, ada, 130))).toEqual(scoresOf(truth));
});

test("one's own place is told to nobody during a freeze; one's own score only where the printed rules tell it at hand-in (I17)", async () => {
  for (const [score, expected] of [
    ["submitted", 5],
    ["published", 4],
  ] as const) {
    const world = await aFrozenContest({ review: { score } });
    const [ada = 0] = world.people;
    await world.freeze();
    await play(ada, world.slug, 5, FREEZE + 5);
    const board = await boardFor(world, ada, FREEZE + 10);
    expect(board.own).toMatchObject({ rank: null, band: null, scoreMilli: expected * 10_000 });
    expect(board.places.some(({ own }) => own)).toBe(false);
  }
});

test("near and band views tell no neighbours and no band while frozen", async () => {
  for (const view of ["near", "band"]) {
    const world = await aFrozenContest({ board: { view } });
    await world.freeze();
    const board = await boardFor(world, world.people[2] ?? 0, FREEZE + 1);
    expect(board).toMatchObject({ places: [], own: { rank: null, band: null }, total: 6 });
  }
});

test("a late worker freezes by what was handed in before T_f; meanwhile nobody but the organizer sees a board", async () => {
  const world = await aFrozenContest();
  const { slug, people, organizer } = world;
  const [ada = 0, , , , , , late = 0] = people;
  await play(ada, slug, 5, FREEZE - 3);
  await play(late, slug, 5, FREEZE - 2);
  await play(people[1] ?? 0, slug, 5, FREEZE + 3);
  const before = await boardFor(world, ada, FREEZE + 20);
  expect(before).toMatchObject({ shown: false, places: [], own: null, total: 0, freeze: { isFrozen: true } });
  expect(valueOf(await getBranchBoard.call(await as(ada, at(FREEZE + 20)), { slug }))).toMatchObject({ shown: false, rows: [] });
  expect((await boardFor(world, organizer, FREEZE + 20)).total).toBe(7);
  await freezeBoards(at(FREEZE + 30));
  expect(scoresOf(await boardFor(world, ada, FREEZE + 30)).slice(0, 3)).toEqual([
    [1, 5],
    [2, 3],
    [3, 3],
  ]);
  // Handed in two minutes after FREEZE − 2: at T_f itself, which is not before it.
  expect((await boardFor(world, ada, FREEZE + 30)).total).toBe(6);
});

test("an attempt whose time was over before T_f joins S_f although the worker ended it later; one that ended in its allowance after T_f does not", async () => {
  const world = await aFrozenContest({ limitMs: 10 * 60_000, allowanceMs: 20_000 });
  const { slug, people } = world;
  const [ada = 0, , , , , , late = 0, other = 0] = people;
  await answering(late, slug, 5, FREEZE - 11);
  // Due five seconds before T_f: its last save may arrive after it.
  const edge = await answering(other, slug, 5, FREEZE - 10 - 5 / 60);
  await world.freeze();
  expect((await boardFor(world, ada, FREEZE)).total).toBe(6);
  valueOf(await handIn.call(await as(other, at(FREEZE, 3_000)), { id: edge }));
  await endOverdueAttempts(at(FREEZE + 1));
  const board = await boardFor(world, ada, FREEZE + 2);
  expect([board.total, scoresOf(board)[0]]).toEqual([7, [1, 5]]);
  expect((await boardFor(world, world.organizer, FREEZE + 2)).total).toBe(8);
});

test("two workers freeze once; the frozen board is kept as an artefact with the roster it was reckoned from", async () => {
  const { contestId } = await aFrozenContest();
  const done = await Promise.all([freezeBoards(at(FREEZE + 1)), freezeBoards(at(FREEZE + 1))]);
  expect(done.reduce((sum, one) => sum + one, 0)).toBe(1);
  const { rows } = await database("desk").execute<{ moment: string; rows: unknown[]; inputs: { eligible: { count: number }[] } }>(
    sql`select moment, rows, inputs from board_snapshots where contest_id = ${contestId}`,
  );
  expect(rows.map(({ moment, rows: kept }) => [moment, kept.length])).toEqual([["freeze", 6]]);
  expect(rows[0]?.inputs.eligible.map(({ count }) => count).sort()).toEqual([1, 4, 4]);
});

test("a mark changed meanwhile stays out of S_f until somebody takes it anew with a reason; then still nothing of after T_f is in it", async () => {
  const world = await aFrozenContest();
  const { slug, people, organizer, contestId } = world;
  const [ada = 0, ben = 0] = people;
  await world.freeze();
  await play(ben, slug, 5, FREEZE + 1);
  // As a ruling or a mark set by hand leaves it: the best of the first attempts is worth less.
  await database("judge").execute(sql`update attempt_totals set score_milli = 15000 where attempt_id in
    (select a.id from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contestId} and e.person_id = ${ada})`);
  await database("judge").execute(sql`update standings set score_milli = 15000, rank_key = '000003a98' || substr(rank_key, 10)
    where entry_id = (select id from entries where contest_id = ${contestId} and person_id = ${ada})`);
  expect(scoresOf(await boardFor(world, ada, FREEZE + 5))).toEqual(FROZEN);
  expect(refusalOf(await retakeFrozenBoard.call(await as(organizer, at(FREEZE + 6)), { slug, reason: "" }))).toBe("invalid@reason");
  expect(refusalOf(await retakeFrozenBoard.call(await as(ada, at(FREEZE + 6)), { slug, reason: "裁定" }))).toBe("not-found");
  expect(valueOf(await retakeFrozenBoard.call(await as(organizer, at(FREEZE + 6)), { slug, reason: "第三题裁定" })).revision).toBe(2);
  expect(scoresOf(await boardFor(world, ada, FREEZE + 7)).map(([, score]) => score)).toEqual([3, 3, 2, 1.5, 1, 0]);
  const { rows } = await database("desk").execute<{ reason: string; after: unknown }>(
    sql`select reason, after from audit where action = 'contest.refreeze' and object_id = ${contestId}`,
  );
  expect(rows).toEqual([{ reason: "第三题裁定", after: { revision: 2 } }]);
  const kept = await database("desk").execute(sql`select 1 from board_snapshots where contest_id = ${contestId} and moment = 'freeze'`);
  expect(kept.rows.length).toBe(2);
});

test("results are not published over a frozen board; it is released once, when everybody has finished, by who runs the contest", async () => {
  const { slug, people, organizer, freeze } = await aFrozenContest();
  const [ada = 0] = people;
  const release = async (personId: number, minute: number) => releaseBoard.call(await as(personId, at(minute)), { slug });
  expect(refusalOf(await release(organizer, FREEZE - 1))).toBe("not-frozen");
  await freeze();
  expect(refusalOf(await release(organizer, FREEZE + 1))).toBe("not-closed-yet");
  expect(refusalOf(await release(ada, 130))).toBe("not-found");
  expect(refusalOf(await publishResults.call(await as(organizer, at(130)), { slug }))).toBe("board-frozen");
  const both = await Promise.all([release(organizer, 130), release(organizer, 130)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(refusalOf(await release(organizer, 131))).toBe("not-frozen");
  valueOf(await publishResults.call(await as(organizer, at(131)), { slug }));
});

test("the database itself refuses results over a frozen board and a freeze outside the window", async () => {
  const { contestId } = await aFrozenContest();
  for (const change of [
    sql`results_at = ${at(130)}`,
    sql`freeze_at = ${at(120)}`,
    sql`freeze_at = ${at(0)}`,
    sql`released_at = ${at(130)}`,
  ])
    await expect(database("desk").execute(sql`update contests set ${change} where id = ${contestId}`)).rejects.toThrow();
});

test("a freeze outside the window, or of a board that opens when all is over, is refused at its field", async () => {
  await expect(aContest({ freezeAfterMinutes: 120 })).rejects.toThrow(/freeze-outside-window/);
  await expect(aContest({ freezeAfterMinutes: 60, rules: { board: { moves: "closed" } } })).rejects.toThrow(/freeze-of-closed-board/);
});

test("without a freeze nothing changes: no frozen row is ever written", async () => {
  const { slug, left } = await aContest();
  await play(await aPerson(left.id), slug, 3, 1);
  await freezeBoards(at(119));
  const { rows } = await database("desk").execute(
    sql`select 1 from frozen_standings f join contests c on c.id = f.contest_id where c.slug = ${slug}`,
  );
  expect(rows).toEqual([]);
});
