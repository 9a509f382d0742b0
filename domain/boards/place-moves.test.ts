import { expect, test } from "vitest";
import { type BoardLine, placeMoves, unitMoves } from "./place-moves.ts";

const line = (entryId: number, rank: number, scoreMilli: number): BoardLine => ({
  ...{ entryId, rank, scoreMilli, name: `选手${entryId}`, branchName: "甲" },
});

test("who moved is told with both places, in the order of the later board; who left it comes last, who stayed is not told", () => {
  const before = [line(1, 1, 90), line(2, 2, 80), line(3, 3, 70), line(4, 4, 60)];
  const after = [line(2, 1, 80), line(3, 2, 70), line(4, 4, 60), line(5, 4, 60)];
  expect(placeMoves(before, after).map((move) => [move.entryId, move.before?.rank ?? null, move.after?.rank ?? null])).toEqual([
    [2, 2, 1],
    [3, 3, 2],
    [5, null, 4],
    [1, 1, null],
  ]);
  expect(placeMoves(before, before)).toEqual([]);
});

test("a score that changed is a move although the place is the same", () => {
  expect(placeMoves([line(1, 1, 90)], [line(1, 1, 80)])).toEqual([
    { entryId: 1, name: "选手1", branchName: "甲", before: { rank: 1, scoreMilli: 90 }, after: { rank: 1, scoreMilli: 80 } },
  ]);
});

test("teams and branches are told as persons are", () => {
  const unit = (id: number, rank: number, scoreMilli: number) => ({ id, rank, scoreMilli, name: `队${id}` });
  expect(unitMoves([unit(1, 1, 90), unit(2, 2, 80), unit(3, 3, 70)], [unit(2, 1, 80), unit(1, 2, 75), unit(3, 3, 70)])).toEqual([
    { id: 2, name: "队2", before: { rank: 2, scoreMilli: 80 }, after: { rank: 1, scoreMilli: 80 } },
    { id: 1, name: "队1", before: { rank: 1, scoreMilli: 90 }, after: { rank: 2, scoreMilli: 75 } },
  ]);
});
