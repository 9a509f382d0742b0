import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getResult } from "#server/attempts/get-result.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { getBoard } from "./get-board.ts";
import { getBranchBoard } from "./get-branch-board.ts";

/** Plays a whole attempt with so many points; the answers are written as the live process would have. */
async function play(personId: number, slug: string, points: number, minute: number): Promise<number> {
  const { attemptId } = valueOf(await startAttempt.call(await as(personId, at(minute)), { slug }));
  for (let slot = 0; slot < points / 10; slot += 1) {
    await database("judge").execute(sql`
      insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right) values (${attemptId}, ${slot}, '{"truth":true}', 1, ${at(minute + 1)}, 10000, true)`);
  }
  valueOf(await handIn.call(await as(personId, at(minute + 2)), { id: attemptId }));
  return attemptId;
}

test("the board ranks 1-2-2-4, page and own row agree, and the branch board adds up people", async () => {
  const { slug, left, right, organizer } = await aContest();
  const people = [];
  for (const branch of [left, left, right, right]) people.push(await aPerson(branch.id));
  const [ada, ben, cleo, dan] = people as [number, number, number, number];
  await play(ada, slug, 50, 1);
  await play(ben, slug, 30, 1);
  await play(cleo, slug, 30, 1);
  await play(dan, slug, 10, 1);
  const board = valueOf(await getBoard.call(await as(ben, at(5)), { slug }));
  expect(board.places.map(({ rank, scoreMilli }) => [rank, scoreMilli])).toEqual([
    [1, 50_000],
    [2, 30_000],
    [2, 30_000],
    [4, 10_000],
  ]);
  expect(board.places.filter(({ own }) => own).map(({ rank }) => rank)).toEqual([2]);
  expect(board.own?.rank).toBe(2);
  const rows = valueOf(await getBranchBoard.call(await as(organizer, at(5)), { slug })).rows;
  // Nobody else was on the roster: two people a branch are too few for a public row (D5).
  expect(rows.filter(({ branchId }) => branchId === left.id || branchId === right.id)).toEqual([]);
});

test("what the rules keep until publication stays closed until then: board, score, answers, keys", async () => {
  const { slug, left, organizer } = await aContest({ closesAfterMinutes: 30, rules: { board: { moves: "published" } } });
  const ada = await aPerson(left.id);
  const attemptId = await play(ada, slug, 20, 1);
  const during = valueOf(await getBoard.call(await as(ada, at(10)), { slug }));
  expect([during.shown, during.places, during.own, during.total]).toEqual([false, [], null, 0]);
  const result = valueOf(await getResult.call(await as(ada, at(10)), { id: attemptId }));
  expect([result.score, result.items]).toEqual([null, []]);
  expect(refusalOf(await publishResults.call(await as(organizer, at(29)), { slug }))).toBe("not-closed-yet");
  valueOf(await publishResults.call(await as(organizer, at(31)), { slug }));
  expect(valueOf(await getBoard.call(await as(ada, at(32)), { slug })).own?.scoreMilli).toBe(20_000);
  const opened = valueOf(await getResult.call(await as(ada, at(32)), { id: attemptId }));
  expect(opened.score?.milli).toBe(20_000);
  expect(opened.items.length).toBe(5);
  expect(opened.items.every(({ reveal }) => reveal !== null && reveal.explanation.length > 0 && reveal.passage !== null)).toBe(true);
});

test("a running attempt has no result, and another's has none for anybody", async () => {
  const { slug, left, organizer } = await aContest();
  const [ada, ben] = [await aPerson(left.id), await aPerson(left.id)];
  const { attemptId } = valueOf(await startAttempt.call(await as(ada, at(1)), { slug }));
  expect(refusalOf(await getResult.call(await as(ada, at(2)), { id: attemptId }))).toBe("still-running");
  expect(refusalOf(await getResult.call(await as(ben, at(2)), { id: attemptId }))).toBe("not-found");
  expect(refusalOf(await getResult.call(await as(organizer, at(2)), { id: attemptId }))).toBe("not-found");
});

test("the highest of three tries counts where the rules say so, and the board shows branches alone where they say so", async () => {
  const { slug, left } = await aContest({ rules: { attempts: 3, counts: "highest", board: { names: "branch" } } });
  const [ada, ben] = [await aPerson(left.id), await aPerson(left.id)];
  for (const [points, minute] of [
    [20, 1],
    [40, 5],
    [10, 9],
  ] as const)
    await play(ada, slug, points, minute);
  const board = valueOf(await getBoard.call(await as(ben, at(20)), { slug }));
  expect(board.places.map(({ name, branchName, scoreMilli }) => [name, branchName, scoreMilli])).toEqual([[null, left.name, 40_000]]);
});
